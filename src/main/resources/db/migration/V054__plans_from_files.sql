-- A file that a plan is read from, what was corrected of its reading, and what was made of it.
create table intake (
    intake_id       uuid        not null primary key,
    organisation_id uuid        not null references organisation,
    file_name       text        not null check (file_name <> '' and length(file_name) <= 200),
    size            integer     not null check (size > 0),
    brought_by      text        not null,
    brought_at      timestamptz not null,
    -- what a person said where the reading took something for something else
    corrections     jsonb       not null default '{}',
    corrected_by    text,
    corrected_at    timestamptz,
    state           text        not null check (state in ('OPEN', 'MADE', 'UNDONE')),
    plan_id         uuid,
    -- whether the plan was there before, and was only updated
    updated         boolean     not null default false,
    -- what was changed then, so that it can be undone
    applied         jsonb       not null default '[]',
    -- comparators that the council did not have before the plan was made
    comparators     uuid[]      not null default '{}',
    made_by         text,
    made_at         timestamptz,
    undone_by       text,
    undone_at       timestamptz,
    version         bigint      not null default 0,
    constraint intake_made check ((state = 'OPEN') = (made_at is null)),
    constraint intake_undone check ((state = 'UNDONE') = (undone_at is not null))
);
create index intake_of_council on intake (organisation_id, brought_at desc);

-- Apart from the rest, so that what lists them never reads it.
create table intake_content (
    intake_id uuid  not null primary key references intake on delete cascade,
    content   bytea not null
);

-- Which units the words mean by which files name who is responsible; the first of them reports. Remembered for the next file.
create table owner_meaning (
    organisation_id uuid        not null references organisation,
    words           text        not null check (words <> '' and length(words) <= 500),
    position        smallint    not null,
    unit_id         uuid        not null references unit,
    said_by         text        not null,
    said_at         timestamptz not null,
    primary key (organisation_id, words, position)
);
