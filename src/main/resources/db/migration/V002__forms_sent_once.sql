-- A form carries a key made with its page; the change and the key are kept in one transaction, so that the same form
-- sent twice makes one change and gets one answer.
create table form_sent (
    form_key uuid        not null primary key,
    sent_by  text        not null,
    sent_at  timestamptz not null,
    answer   text
);
create index form_sent_at on form_sent (sent_at);

-- What somebody had typed when their session was found to be over; waits for them to sign in again.
create table form_parked (
    token_hash bytea       not null primary key,
    path       text        not null,
    fields     text        not null check (length(fields) <= 2000000),
    parked_at  timestamptz not null
);
