-- In the order of the sentences in caveats. Assessments from before know none; the next day's are made anew.
alter table assessment add column caveat_kinds text[] not null default '{}';
