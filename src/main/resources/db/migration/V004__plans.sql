create table plan (
    plan_id           uuid   not null primary key,
    organisation_id   uuid   not null references organisation,
    unit_id           uuid   references unit,
    title             text   not null check (title <> ''),
    period            text   not null,
    period_first      date   not null,
    period_last       date   not null,
    state             text   not null check (state in ('DRAFT', 'AGREED', 'ACTIVE', 'CLOSED')),
    agreed_on         date,
    agreed_by         text,
    default_tolerance text   not null,
    version           bigint not null default 0
);
create index plan_of_organisation on plan (organisation_id);

create table plan_node (
    node_id               uuid   not null primary key,
    plan_id               uuid   not null references plan,
    parent_id             uuid   references plan_node,
    kind                  text   not null
        check (kind in ('OBJECTIVE', 'THEME', 'PRIORITY_AREA', 'ACTIVITY', 'INDICATOR_GROUP', 'INDICATOR')),
    position              int    not null,
    -- place in the whole plan when it is read from top to bottom
    reading_order         int    not null,
    objective_id          uuid   references plan_node,
    area_id               uuid   references plan_node,
    reference             text,
    title                 text   not null check (title <> ''),
    intended_outcome      text,
    strategy              text,
    narrative_only_reason text,
    owner_words           text,
    -- who reports: its own unit, else that of the nearest node above which names one
    own_unit_id           uuid   references unit,
    reporting_unit_id     uuid   references unit,
    deadline              text,
    deadline_day          date,
    -- indicators, key activities that are no part of another, and areas with a narrative only
    owes_update           boolean not null default false,
    retired_on            date,
    retired_because       text,
    replaced_by           uuid   references plan_node,
    version               bigint not null default 0,
    constraint node_retired_with_reason check (retired_on is null or retired_because <> ''),
    constraint node_narrative_only_is_an_area
        check (narrative_only_reason is null or kind in ('PRIORITY_AREA', 'OBJECTIVE'))
);
create index plan_node_in_order on plan_node (plan_id, reading_order);
create index plan_node_reporting on plan_node (reporting_unit_id);

-- Everybody named under "by whom", the one who reports included.
create table node_lead (
    node_id  uuid not null references plan_node,
    unit_id  uuid not null references unit,
    position int  not null,
    primary key (node_id, unit_id)
);

create table node_tag (
    node_id uuid not null references plan_node,
    scheme  text not null check (scheme in ('CHARACTERISTIC', 'AIM', 'GROUP')),
    tag     text not null,
    primary key (node_id, scheme, tag)
);
