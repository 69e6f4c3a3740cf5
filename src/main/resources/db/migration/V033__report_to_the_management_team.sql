-- What people add to the report of a meeting; the rest of it is made anew from the record each time.
create table report (
    meeting_id uuid        not null primary key references meeting,
    written_at timestamptz not null,
    written_by text        not null,
    version    bigint      not null default 0
);

create table report_words (
    meeting_id   uuid not null references report,
    section      text not null check (section in ('SUMMARY', 'EXCEPTIONS', 'CHANGES', 'GROUP', 'ASKED')),
    words_before text,
    words_after  text,
    primary key (meeting_id, section),
    constraint report_words_say_something check (words_before <> '' or words_after <> '')
);
