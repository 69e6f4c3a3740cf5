-- Said about an item, by the way or as a question that somebody is to answer.
create table remark (
    remark_id   uuid        not null primary key,
    node_id     uuid        not null references plan_node,
    -- the round that a question came up in; null when it is about none
    round_id    uuid        references round,
    question    boolean     not null,
    words       text        not null check (words <> ''),
    written_by  uuid        not null references person,
    post        text        not null,
    written_at  timestamptz not null,
    answer      text        check (answer <> ''),
    answered_by text,
    answered_at timestamptz,
    resolved_by text,
    resolved_at timestamptz,
    constraint remark_answered_by_somebody check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)),
    constraint remark_resolved_by_somebody check ((resolved_at is null) = (resolved_by is null))
);
create index remark_of_node on remark (node_id, written_at);

-- What the policy officer made of something doubtful. It holds as long as the doubt says the same.
create table challenge_answer (
    round_id    uuid        not null references round,
    node_id     uuid        not null references plan_node,
    kind        text        not null,
    about       text        not null,
    remark_id   uuid        references remark,
    because     text        check (because <> ''),
    answered_by text        not null,
    answered_at timestamptz not null,
    primary key (round_id, node_id, kind),
    constraint challenge_asked_or_dismissed check ((remark_id is null) <> (because is null))
);

alter table letter_unwanted drop constraint letter_unwanted_kind_check;
alter table letter_unwanted add constraint letter_unwanted_kind_check
    check (kind in ('OPENED', 'WEEK_BEFORE', 'ON_THE_DAY', 'LATE', 'SENT_BACK', 'ACCEPTED', 'ASKED'));
