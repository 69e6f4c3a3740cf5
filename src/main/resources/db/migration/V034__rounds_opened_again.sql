-- When a closed round was opened to correct something; null where it never was. From then on it holds what it held, but
-- for what owners type anew.
alter table round add column reopened_at timestamptz;
