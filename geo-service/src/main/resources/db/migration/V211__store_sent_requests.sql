-- Requests that were carried out, so that the same one sent again gets the same answer and does nothing.
create table sent_request (
    caller      text not null,
    id          uuid not null,
    body_sha256 bytea not null,
    answer      text,
    sent_at     timestamptz not null default now(),
    primary key (caller, id)
);
comment on column sent_request.id is 'made by the caller; names one act of theirs';
comment on column sent_request.answer is 'JSON; null only while the act is at work';
create index sent_request_age on sent_request (sent_at);
