-- Who had the page on which a kept form stood, as the page itself said; null where nobody was signed in. Somebody else who
-- signs in on the same browser does not see it.
alter table form_parked add column typed_by text;
