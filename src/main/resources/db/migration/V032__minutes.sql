-- Markdown, as drafted from what was recorded and edited since; approved they change no more but by a correction.
create table minutes (
    meeting_id  uuid        not null primary key references meeting,
    words       text        not null check (words <> ''),
    written_at  timestamptz not null,
    written_by  text        not null,
    -- the day of the meeting that approved them
    approved_on date,
    approved_at timestamptz,
    approved_by text,
    version     bigint      not null default 0,
    constraint minutes_approved_whole check (
        (approved_on is null) = (approved_at is null) and (approved_on is null) = (approved_by is null))
);

create table minutes_correction (
    meeting_id   uuid        not null references minutes,
    place        int         not null,
    reason       text        not null check (reason <> ''),
    -- as they had been until then
    words_before text        not null,
    corrected_at timestamptz not null,
    corrected_by text        not null,
    primary key (meeting_id, place)
);
