-- SMS that came and SMS that are to go. Numbers and texts are sealed; after a while they are wiped.
create table sms_in (
    id            uuid primary key,
    received_at   timestamptz not null,
    sender_hash   text not null,
    sender_sealed bytea,
    text_sealed   bytea,
    outcome       text not null,
    report_id     uuid references report (id)
);
comment on column sms_in.id is 'made from the gateway''s id of the message';
comment on column sms_in.sender_hash is 'keyed fingerprint of the normalised number';
comment on column sms_in.outcome is 'what became of it; every message is kept, readable or not';
create index sms_in_sender on sms_in (sender_hash, received_at);
create index sms_in_report on sms_in (report_id) where report_id is not null;

-- Parts of a long message until all are there.
create table sms_part (
    sender_hash   text not null,
    reference     text not null,
    part          integer not null check (part between 1 and 255),
    parts         integer not null check (parts between 2 and 255),
    id            uuid not null,
    sender_sealed bytea not null,
    text_sealed   bytea not null,
    received_at   timestamptz not null,
    primary key (sender_hash, reference, part)
);

create table sms_out (
    id          uuid primary key,
    to_hash     text not null,
    to_sealed   bytea,
    text_sealed bytea,
    made_at     timestamptz not null,
    next_try_at timestamptz,
    tries       integer not null default 0,
    sent_at     timestamptz
);
comment on column sms_out.id is 'goes with the message, so that a gateway that gets it twice sends it once';
comment on column sms_out.next_try_at is 'null = sent, or given up';
create index sms_out_waiting on sms_out (next_try_at) where next_try_at is not null;
create index sms_out_to on sms_out (to_hash, made_at);

-- What a sender said of a report later, by SMS. Rows are added only.
create table report_word (
    seq        bigint generated always as identity primary key,
    report_id  uuid not null references report (id),
    word       text not null check (word in ('still_needed', 'said_done', 'said_cancelled')),
    same_phone boolean not null,
    said_at    timestamptz not null
);
create index report_word_report on report_word (report_id);
