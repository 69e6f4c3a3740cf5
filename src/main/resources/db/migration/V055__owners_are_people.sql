-- Whom the words mean by which a file names who is responsible: not only a unit, but who answers for it. Where that person
-- answers for another unit later on, the words mean that one.
alter table owner_meaning add column person_id uuid references person;
