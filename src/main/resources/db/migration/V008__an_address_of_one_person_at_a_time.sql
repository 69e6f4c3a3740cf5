-- Whoever left may come back, and an address may pass to a successor: only people with access keep theirs from others.
drop index person_email_once;
create unique index person_email_once on person (lower(email)) where ended_at is null;
