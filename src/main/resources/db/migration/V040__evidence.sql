-- What an update rests on: files and links, each with what it is called. Files are kept here, so that they are in every
-- back-up and on every node.
create table evidence (
    evidence_id uuid        not null primary key,
    item_id     uuid        not null references return_item,
    title       text        not null check (title <> '' and length(title) <= 200),
    -- of a link
    address     text        check (address ~ '^https?://' and length(address) <= 2000),
    -- of a file: what it is by its content, and what its owner called it
    kind        text        check (kind in ('PDF', 'WORD', 'EXCEL', 'ODF_TEXT', 'ODF_SPREADSHEET', 'ODF_PRESENTATION', 'TEXT', 'PNG', 'JPEG')),
    file_name   text        check (file_name <> '' and length(file_name) <= 200),
    size        integer     check (size > 0),
    added_by    text        not null,
    added_at    timestamptz not null,
    constraint evidence_link_or_file check (
        (address is null) = (kind is not null)
        and (kind is null) = (file_name is null)
        and (kind is null) = (size is null))
);
create index evidence_of_item on evidence (item_id, added_at);

-- Apart from the rest, so that what lists evidence never reads it.
create table evidence_content (
    evidence_id uuid  not null primary key references evidence on delete cascade,
    content     bytea not null
);
