-- What programs show instead of signing in. Of the token only its hash is kept: it is 256 random bits, so nobody can try out
-- what it is made from, and needs no salt.
create table api_key (
    api_key_id   uuid        not null primary key,
    person_id    uuid        not null references person,
    name         text        not null check (name <> '' and length(name) <= 100),
    token_hash   bytea       not null check (length(token_hash) = 32),
    made_at      timestamptz not null,
    -- the last day on which it works
    expires_on   date        not null,
    -- written once a minute at most
    last_used_at timestamptz,
    revoked_at   timestamptz,
    version      bigint      not null default 0,
    constraint api_key_lasts_a_year
        check (expires_on <= (made_at at time zone 'Europe/London' + interval '1 year')::date)
);
create unique index api_key_of_token on api_key (token_hash);
create index api_key_of_person on api_key (person_id);
