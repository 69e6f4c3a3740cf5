-- What the owner of an action says of how it goes, until the group closes it. What was said stays.
create table action_note (
    note_id   uuid        not null primary key,
    action_id uuid        not null references meeting_action,
    words     text        not null check (words <> ''),
    noted_at  timestamptz not null,
    noted_by  text        not null
);
create index action_note_of_action on action_note (action_id, noted_at);
