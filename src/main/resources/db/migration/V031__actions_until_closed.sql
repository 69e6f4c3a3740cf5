alter table meeting_action
    add column closed_by text,
    -- What was closed before this was asked for stays as it is.
    add constraint meeting_action_closed_with_outcome check (closed_on is null or outcome <> '') not valid;
create index meeting_action_of_unit on meeting_action (unit_id);
