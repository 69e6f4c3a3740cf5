create table history_event (
    organisation_id uuid        not null references organisation,
    sequence        bigint      not null,
    at              timestamptz not null,
    person_id       uuid        references person,
    post            text        not null,
    on_behalf_of    text,
    subject_kind    text        not null,
    subject_id      uuid        not null,
    what            text        not null,
    was             text,
    became          text,
    why             text,
    previous_hash   bytea       not null,
    hash            bytea       not null,
    primary key (organisation_id, sequence)
);
create index history_of_subject on history_event (subject_id, sequence desc);

create table history_head (
    organisation_id uuid   not null primary key references organisation,
    sequence        bigint not null,
    hash            bytea  not null
);

-- The hash covers every column, each with its length, so that text cannot move from one column into the next.
create function history_hash(e history_event) returns bytea
    language sql stable as $$
    select sha256(e.previous_hash || convert_to(
        (select string_agg(coalesce(length(part) || ':' || part, '-'), ',' order by place)
         from unnest(array[
             e.organisation_id::text, e.sequence::text,
             to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
             e.person_id::text, e.post, e.on_behalf_of, e.subject_kind, e.subject_id::text,
             e.what, e.was, e.became, e.why]) with ordinality as parts(part, place)), 'UTF8'))
$$;

create function history_chain() returns trigger
    language plpgsql as $$
begin
    insert into history_head values (new.organisation_id, 0, sha256(convert_to(new.organisation_id::text, 'UTF8')))
        on conflict do nothing;
    select sequence + 1, hash into new.sequence, new.previous_hash
        from history_head where organisation_id = new.organisation_id for update;
    new.hash := history_hash(new);
    update history_head set sequence = new.sequence, hash = new.hash where organisation_id = new.organisation_id;
    return new;
end
$$;
create trigger history_chain before insert on history_event for each row execute function history_chain();

create function history_is_append_only() returns trigger
    language plpgsql as $$
begin
    raise exception 'History is append-only: events are never changed or removed';
end
$$;
create trigger history_is_append_only before update or delete or truncate on history_event
    for each statement execute function history_is_append_only();
