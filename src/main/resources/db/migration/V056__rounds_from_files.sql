-- Rounds that came with a plan that was made of a file, so that they can be taken back with it.
alter table intake add column rounds uuid[] not null default '{}';
