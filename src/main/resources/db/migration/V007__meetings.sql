create table meeting (
    meeting_id      uuid   not null primary key,
    round_id        uuid   not null references round,
    group_name      text   not null,
    held_on         date   not null,
    held_at         time   not null,
    state           text   not null check (state in ('PLANNED', 'OPEN', 'CLOSED')),
    opened_at       timestamptz,
    closed_at       timestamptz,
    version         bigint not null default 0,
    constraint meeting_of_round_once unique (round_id)
);

create table agreement (
    meeting_id       uuid        not null references meeting,
    node_id          uuid        not null references plan_node,
    proposed         text        not null,
    agreed           text        not null
        check (agreed in ('COMPLETE', 'ON_TRACK', 'AT_RISK', 'OFF_TRACK', 'NOT_RATED')),
    reason           text,
    decision         text,
    together         boolean     not null,
    settled_at       timestamptz not null,
    settled_by       text        not null,
    primary key (meeting_id, node_id),
    constraint agreement_other_than_proposed_with_reason check (agreed = proposed or reason <> '')
);
create index agreement_of_node on agreement (node_id);

create table meeting_action (
    action_id   uuid        not null primary key,
    meeting_id  uuid        not null references meeting,
    node_id     uuid        references plan_node,
    what        text        not null check (what <> ''),
    unit_id     uuid        references unit,
    owner_words text        not null check (owner_words <> ''),
    due_on      date        not null,
    outcome     text,
    closed_on   date,
    recorded_at timestamptz not null,
    version     bigint      not null default 0
);
create index meeting_action_of_meeting on meeting_action (meeting_id);
