-- What a commune asks not to be sent, with the reason and until when. A row is written once and may be ended early.
create table unwanted (
    id          uuid primary key,
    disaster_id uuid not null references disaster (id),
    commune     text not null,
    item_code   text not null references item (code),
    reason      text not null check (length(reason) between 3 and 200),
    until_at    timestamptz not null,
    written_by  uuid not null references account (id),
    written_at  timestamptz not null default now(),
    ended_at    timestamptz,
    ended_by    uuid references account (id),
    check ((ended_at is null) = (ended_by is null))
);
comment on column unwanted.reason is 'public; no names and no numbers of people';
create index unwanted_disaster on unwanted (disaster_id, until_at);
