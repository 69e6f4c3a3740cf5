-- What others publish is entered once and used by every indicator that is compared with it.
create table comparator (
    comparator_id   uuid        not null primary key,
    organisation_id uuid        not null references organisation,
    -- England, London, statistical neighbours
    whose           text        not null check (whose <> ''),
    -- what is published, as in: key stage 2 maths, expected progress
    measure         text        not null check (measure <> ''),
    source          text,
    created_at      timestamptz not null
);
create unique index comparator_once on comparator (organisation_id, lower(whose), lower(measure));

create table comparator_release (
    release_id       uuid        not null primary key,
    comparator_id    uuid        not null references comparator,
    period           text        not null,
    period_first     date        not null,
    period_last      date        not null,
    value            numeric     not null,
    state            text        not null check (state in ('PROVISIONAL', 'FINAL', 'REVISED')),
    note             text,
    entered_by       text        not null,
    entered_on       date        not null,
    entered_at       timestamptz not null,
    replaced_at      timestamptz,
    replaced_because text
);
create unique index comparator_release_once on comparator_release (comparator_id, period) where replaced_at is null;

create table indicator_comparator (
    indicator_id  uuid not null references indicator,
    comparator_id uuid not null references comparator,
    primary key (indicator_id, comparator_id)
);
create index indicator_comparator_of on indicator_comparator (comparator_id);

insert into comparator (comparator_id, organisation_id, whose, measure, source, created_at)
select gen_random_uuid(), organisation_id, min(whose), min(measure), min(source), min(entered_at)
from (
    select indicator.organisation_id, observation.comparator as whose, indicator.name as measure,
        indicator.data_source as source, observation.entered_at
    from observation join indicator using (indicator_id) where observation.comparator is not null) published
group by organisation_id, lower(whose), lower(measure);

insert into indicator_comparator (indicator_id, comparator_id)
select distinct indicator.indicator_id, comparator.comparator_id
from observation
join indicator using (indicator_id)
join comparator on comparator.organisation_id = indicator.organisation_id
    and lower(comparator.whose) = lower(observation.comparator) and lower(comparator.measure) = lower(indicator.name);

-- Two indicators of the same name may both have brought a figure for a period: the later one stands.
insert into comparator_release (release_id, comparator_id, period, period_first, period_last, value, state, note,
    entered_by, entered_on, entered_at, replaced_at, replaced_because)
select observation_id, comparator_id, period, period_first, period_last, value, state, note, entered_by, entered_on,
    observation.entered_at,
    case when replaced_at is null and row_number() over newest > 1 then observation.entered_at else replaced_at end,
    replaced_because
from observation
join indicator using (indicator_id)
join comparator on comparator.organisation_id = indicator.organisation_id
    and lower(comparator.whose) = lower(observation.comparator) and lower(comparator.measure) = lower(indicator.name)
where value is not null
window newest as (
    partition by comparator_id, period, replaced_at is null order by observation.entered_at desc, observation_id);

delete from observation where comparator is not null;
drop index observation_once;
alter table observation drop column comparator;
create unique index observation_once on observation (indicator_id, period) where replaced_at is null;
