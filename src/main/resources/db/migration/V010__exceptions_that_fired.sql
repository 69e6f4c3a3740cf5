-- What was said because the exception trigger of an indicator fired, whatever its status; null when it did not.
alter table assessment add column exception text;
create index standing_assessment on standing (assessment_id);
