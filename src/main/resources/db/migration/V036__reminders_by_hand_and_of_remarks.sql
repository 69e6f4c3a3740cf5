-- A reminder is of the day that was due then: who gets more time is reminded before the new day too.
update reminder_told told set turn = (owed.due_on - date '2000-01-01') * 1000 + told.turn
from return owed where owed.return_id = told.return_id and told.kind in ('WEEK_BEFORE', 'ON_THE_DAY', 'LATE');

-- When the policy officer last asked for this return by hand.
alter table return add column reminded_at timestamptz;
alter table return add column reminded_by text;
alter table return add constraint return_reminded_by_somebody check ((reminded_at is null) = (reminded_by is null));

-- Which remark each person has been told of: as it was written, and again when it was answered.
create table remark_told (
    remark_id uuid    not null references remark,
    person_id uuid    not null references person,
    answered  boolean not null,
    letter_id uuid    references letter,
    primary key (remark_id, person_id, answered)
);
create index remark_told_by_letter on remark_told (letter_id);

insert into remark_told (remark_id, person_id, answered)
select distinct remark.remark_id, told.person_id, false
from remark join return_item item using (node_id)
join reminder_told told on told.return_id = item.return_id and told.kind = 'ASKED';
delete from reminder_told where kind = 'ASKED';

alter table letter_unwanted drop constraint letter_unwanted_kind_check;
update letter_unwanted set kind = 'REMARKS' where kind = 'ASKED';
alter table letter_unwanted add constraint letter_unwanted_kind_check
    check (kind in ('OPENED', 'WEEK_BEFORE', 'ON_THE_DAY', 'LATE', 'SENT_BACK', 'ACCEPTED', 'REMARKS'));
update letter set kind = 'REMARKS' where kind = 'ASKED';
