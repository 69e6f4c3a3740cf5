-- An owner can name somebody who types for them: the same role for a unit of theirs, as somebody's delegate.
alter table role_held add column named_by uuid references person;
-- The last day on which a delegate is one; null where no end was set.
alter table role_held add column until date;
alter table role_held add constraint role_held_delegates
    check (named_by is null or (role = 'SERVICE_MANAGER' and unit_id is not null));
alter table role_held add constraint role_held_until_of_delegates check (until is null or named_by is not null);

create or replace view role_covers as
    select held.person_id, held.role, unit.unit_id, held.named_by is not null as delegated
    from role_held held
    join person on person.person_id = held.person_id and person.ended_at is null
    join unit on unit.organisation_id = person.organisation_id
        and (held.unit_id is null or held.unit_id = any (unit.ancestors))
    where held.ended_at is null;
