create table organisation (
    organisation_id uuid        not null primary key,
    name            text        not null check (name <> ''),
    created_at      timestamptz not null
);

-- The council's own term dates; a half-term holiday lies between its two days.
create table school_term (
    organisation_id uuid not null references organisation,
    -- the calendar year in which the term lies
    year            int  not null,
    term            text not null check (term in ('AUTUMN', 'SPRING', 'SUMMER')),
    first_day       date not null,
    last_day        date not null,
    half_term_first date,
    half_term_last  date,
    primary key (organisation_id, year, term),
    constraint term_runs_forward check (first_day <= last_day),
    constraint half_term_inside check (
        (half_term_first is null and half_term_last is null)
        or (half_term_first between first_day and last_day and half_term_last between half_term_first and last_day))
);

create table unit (
    unit_id         uuid    not null primary key,
    organisation_id uuid    not null references organisation,
    parent_id       uuid    references unit,
    -- the unit itself and every unit above it, nearest last: who holds a role above holds it here
    ancestors       uuid[]  not null,
    kind            text    not null check (kind in ('DEPARTMENT', 'DIVISION', 'SERVICE', 'TEAM', 'EXTERNAL_BODY')),
    name            text    not null check (name <> ''),
    short_name      text,
    ended_on        date,
    version         bigint  not null default 0,
    constraint unit_lists_itself check (unit_id = any (ancestors))
);
create unique index unit_name_once on unit (organisation_id, lower(name)) where ended_on is null;
create index unit_ancestors on unit using gin (ancestors);

create table person (
    person_id       uuid        not null primary key,
    organisation_id uuid        not null references organisation,
    post            text        not null check (post <> ''),
    email           text        not null check (email like '%_@_%'),
    password_hash   text,
    demonstration   boolean     not null default false,
    created_at      timestamptz not null,
    ended_at        timestamptz,
    version         bigint      not null default 0
);
create unique index person_email_once on person (lower(email));

create table role_held (
    role_held_id uuid        not null primary key,
    person_id    uuid        not null references person,
    role         text        not null
        check (role in ('SERVICE_MANAGER', 'POLICY_OFFICER', 'REVIEWER', 'CHAIR', 'DMT', 'ADMINISTRATOR')),
    unit_id      uuid        references unit,
    given_at     timestamptz not null,
    ended_at     timestamptz
);
create unique index role_held_once on role_held (person_id, role, coalesce(unit_id, person_id)) where ended_at is null;
create index role_held_of_person on role_held (person_id) where ended_at is null;

-- Only the hash of a link is kept: whoever reads this table cannot use the links.
create table one_time_link (
    token_hash bytea       not null primary key,
    person_id  uuid        references person,
    purpose    text        not null check (purpose in ('SET_PASSWORD', 'FIRST_ADMINISTRATOR')),
    expires_at timestamptz not null,
    used_at    timestamptz,
    constraint link_leads_to_somebody check (purpose = 'FIRST_ADMINISTRATOR' or person_id is not null)
);

create table spring_session (
    primary_id            char(36) not null,
    session_id            char(36) not null,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100),
    constraint spring_session_pk primary key (primary_id)
);
create unique index spring_session_ix1 on spring_session (session_id);
create index spring_session_ix2 on spring_session (expiry_time);
create index spring_session_ix3 on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36)     not null,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name),
    constraint spring_session_attributes_fk foreign key (session_primary_id) references spring_session (primary_id)
        on delete cascade
);

-- Bucket4j's own layout: tokens left for an account or an address that guesses.
create table sign_in_bucket (
    id         text   not null primary key,
    state      bytea,
    expires_at bigint
);

-- For which units each person holds each role: visibility is part of a look-up by joining this.
create view role_covers as
    select held.person_id, held.role, unit.unit_id
    from role_held held
    join person on person.person_id = held.person_id and person.ended_at is null
    join unit on unit.organisation_id = person.organisation_id
        and (held.unit_id is null or held.unit_id = any (unit.ancestors))
    where held.ended_at is null;
