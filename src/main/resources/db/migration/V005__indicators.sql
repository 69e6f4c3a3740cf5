create table indicator (
    indicator_id     uuid    not null primary key,
    organisation_id  uuid    not null references organisation,
    name             text    not null check (name <> ''),
    definition       text,
    unit_of_measure  text,
    decimals         int     not null check (decimals between 0 and 6),
    polarity         text    not null,
    value_kind       text    not null,
    basis            text    not null,
    frequency        text    not null,
    seasonal         boolean not null,
    -- the largest value there can be, 100 for most percentages; null where there is none
    maximum          numeric,
    tolerance        text,
    comparator       text,
    better_off_group text,
    other_group      text,
    trigger_months   int,
    data_source      text,
    version          bigint  not null default 0,
    constraint gap_has_both_groups check ((better_off_group is null) = (other_group is null))
);

-- Where an indicator stands in a plan. It outlives the plan: next year's node points to the same indicator.
create table plan_indicator (
    node_id      uuid not null primary key references plan_node,
    indicator_id uuid not null references indicator
);
create index plan_indicator_of on plan_indicator (indicator_id);

create table observation (
    observation_id  uuid        not null primary key,
    indicator_id    uuid        not null references indicator,
    comparator      text,
    period          text        not null,
    period_first    date        not null,
    period_last     date        not null,
    value           numeric,
    words           text,
    numerator       numeric,
    denominator     numeric,
    better_off_value numeric,
    other_value     numeric,
    state           text        not null check (state in ('PROVISIONAL', 'FINAL', 'REVISED')),
    note            text,
    entered_by      text        not null,
    entered_on      date        not null,
    entered_at      timestamptz not null,
    replaced_at     timestamptz,
    replaced_because text,
    constraint observation_says_something check (
        value is not null or words is not null or numerator is not null or better_off_value is not null)
);
create unique index observation_once
    on observation (indicator_id, coalesce(comparator, ''), period) where replaced_at is null;

create table target (
    target_id        uuid        not null primary key,
    node_id          uuid        not null references plan_node,
    -- the plan year in which it was promised; a school-year target serves the financial year in which it is reported
    plan_year        text        not null,
    plan_year_first  date        not null,
    plan_year_last   date        not null,
    period           text        not null,
    words            text        not null,
    kind             text        not null,
    value            numeric,
    high             numeric,
    change_amount    numeric,
    change_unit      text,
    relation         text,
    comparator_value numeric,
    year_on_year     boolean     not null default false,
    interim          jsonb       not null default '{}',
    baseline_period  text,
    baseline_words   text,
    expected_from    date,
    set_by           text        not null,
    set_at           timestamptz not null,
    replaced_at      timestamptz,
    replaced_because text
);
create unique index target_once on target (node_id, plan_year) where replaced_at is null;

-- An assessment is written once: with the target, the tolerance, the figures and the rule it was made by.
create table assessment (
    assessment_id    uuid        not null primary key,
    node_id          uuid        not null references plan_node,
    as_of            date        not null,
    made_at          timestamptz not null,
    status           text        not null
        check (status in ('COMPLETE', 'ON_TRACK', 'AT_RISK', 'OFF_TRACK', 'NOT_RATED')),
    not_rated_reason text,
    late             boolean     not null,
    sentence         text        not null,
    caveats          text[]      not null,
    target_words     text        not null,
    tolerance        text        not null,
    figure_period    text,
    figure           text,
    numerator        numeric,
    denominator      numeric,
    level            numeric,
    distance         numeric,
    direction_before text,
    direction_year   text,
    direction_words  text,
    interval_low     numeric,
    interval_high    numeric,
    made_from        jsonb       not null,
    constraint not_rated_says_why check ((status = 'NOT_RATED') = (not_rated_reason is not null))
);
create index assessment_of_node on assessment (node_id, made_at desc);

-- The assessment that stands today, and what the owner last said.
create table standing (
    node_id         uuid not null primary key references plan_node,
    plan_id         uuid not null references plan,
    assessment_id   uuid not null references assessment,
    reported_status text,
    done_on         date
);
create index standing_of_plan on standing (plan_id);
