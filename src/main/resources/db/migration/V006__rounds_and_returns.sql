create table round (
    round_id     uuid   not null primary key,
    plan_id      uuid   not null references plan,
    name         text   not null check (name <> ''),
    period       text   not null,
    period_first date   not null,
    period_last  date   not null,
    opens_on     date   not null,
    due_on       date   not null,
    closes_on    date   not null,
    -- when the group meets about it; null while that is not fixed
    meeting_on   date,
    state        text   not null check (state in ('PLANNED', 'OPEN', 'CLOSED')),
    opened_at    timestamptz,
    closed_at    timestamptz,
    closed_by    text,
    version      bigint not null default 0,
    constraint round_dates_in_order check (opens_on <= due_on and due_on <= closes_on),
    constraint round_closed_when check ((state = 'CLOSED') = (closed_at is not null))
);
create index round_of_plan on round (plan_id, period_last);

create table return (
    return_id        uuid   not null primary key,
    round_id         uuid   not null references round,
    unit_id          uuid   not null references unit,
    state            text   not null
        check (state in ('NOT_STARTED', 'DRAFT', 'SUBMITTED', 'SENT_BACK', 'ACCEPTED')),
    due_on           date   not null,
    saved_at         timestamptz,
    saved_by         text,
    submitted_at     timestamptz,
    submitted_by     text,
    on_behalf        boolean not null default false,
    sent_back_at     timestamptz,
    sent_back_by     text,
    sent_back_reason text,
    accepted_at      timestamptz,
    accepted_by      text,
    version          bigint not null default 0,
    constraint return_once unique (round_id, unit_id),
    constraint return_sent_back_with_reason check (state <> 'SENT_BACK' or sent_back_reason <> '')
);

-- Figures, dates and numbers are kept as typed until the return is submitted: nothing typed is ever lost.
create table return_item (
    item_id          uuid   not null primary key,
    return_id        uuid   not null references return,
    node_id          uuid   not null references plan_node,
    choice           text   check (choice in ('UPDATE', 'NOT_DUE', 'NO_UPDATE')),
    figure           text,
    numerator        text,
    denominator      text,
    better_off       text,
    other_group      text,
    provisional      boolean not null default false,
    reported_status  text,
    done_on          text,
    disagreement     text,
    narrative        text,
    expected         text,
    no_update_reason text,
    fix_what         text,
    fix_who          text,
    fix_when         text,
    saved_at         timestamptz,
    saved_by         text,
    accepted_at      timestamptz,
    accepted_by      text,
    assessment_id    uuid   references assessment,
    -- what the group agreed at the meeting of the round; null while it has not
    agreed_status    text   check (agreed_status in ('COMPLETE', 'ON_TRACK', 'AT_RISK', 'OFF_TRACK', 'NOT_RATED')),
    version          bigint not null default 0,
    constraint return_item_once unique (return_id, node_id)
);
create index return_item_of_node on return_item (node_id);
