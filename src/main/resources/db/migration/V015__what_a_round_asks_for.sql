alter table round add column asks text not null default 'BOTH' check (asks in ('FIGURES', 'NARRATIVE', 'BOTH'));
