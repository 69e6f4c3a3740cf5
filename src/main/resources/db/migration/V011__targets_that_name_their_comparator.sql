-- Whose figure a comparison means; null for the one that the indicator is compared with first of all.
alter table target add column comparator text check (comparator <> '');
