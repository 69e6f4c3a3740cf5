alter table meeting
    -- as set for this meeting; null: as at the meeting before, else a third of the members, and never fewer than two
    add column quorum             int check (quorum >= 2),
    -- who else was there, one a line
    add column others_present     text,
    add column attendance_noted_at timestamptz,
    add column attendance_noted_by text;

-- The members of the group as they were when it met: who leaves later stays in the minutes.
create table attendance (
    meeting_id uuid    not null references meeting,
    -- the person, where the product knows them
    member_id  uuid    not null,
    post       text    not null check (post <> ''),
    chair      boolean not null,
    -- null while nobody said
    presence   text    check (presence in ('HERE', 'APOLOGIES', 'ABSENT')),
    primary key (meeting_id, member_id)
);
