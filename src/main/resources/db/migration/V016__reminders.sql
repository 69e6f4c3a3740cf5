-- Which kinds of letters somebody does not want; whoever is not here gets all of them.
create table letter_unwanted (
    person_id uuid not null references person,
    kind      text not null check (kind in ('OPENED', 'WEEK_BEFORE', 'ON_THE_DAY', 'LATE', 'SENT_BACK', 'ACCEPTED')),
    primary key (person_id, kind)
);

-- One e-mail to one person. It is written in the transaction that finds it due, and sent after.
create table letter (
    letter_id       uuid        not null primary key,
    organisation_id uuid        not null references organisation,
    person_id       uuid        not null references person,
    kind            text        not null,
    address         text        not null,
    subject         text        not null,
    body            text        not null,
    written_at      timestamptz not null,
    state           text        not null check (state in ('WAITING', 'SENT', 'FAILED', 'UNSENT')),
    tries           int         not null default 0,
    next_try_at     timestamptz not null,
    settled_at      timestamptz,
    -- what the mail server said, or why nothing was sent
    outcome         text,
    constraint letter_settled_when check ((state = 'WAITING') = (settled_at is null))
);
create index letter_waiting on letter (next_try_at) where state = 'WAITING';
create index letter_of_organisation on letter (organisation_id, written_at desc, letter_id);

-- What each person has been told of each return, so that nobody is told twice, however many nodes run.
create table reminder_told (
    return_id uuid   not null references return,
    person_id uuid   not null references person,
    kind      text   not null,
    -- which time: of late ones the number of the week, else when it happened, in seconds
    turn      bigint not null,
    letter_id uuid   references letter,
    primary key (return_id, person_id, kind, turn)
);
create index reminder_told_by_letter on reminder_told (letter_id);
