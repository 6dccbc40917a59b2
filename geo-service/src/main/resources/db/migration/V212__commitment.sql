-- Campaigns, and what is promised on lines of need: pledges (goods) and claims (carrying them).
create table campaign (
    id          uuid primary key,
    code        text not null unique,
    disaster_id uuid not null references disaster (id),
    name        text not null,
    account     text,
    goal_vnd    numeric(16) check (goal_vnd > 0),
    starts_on   date not null,
    ends_on     date check (ends_on >= starts_on),
    opened_by   uuid not null references account (id),
    opened_at   timestamptz not null default now()
);
comment on column campaign.account is 'the bank account that is its own (Decree 93/2021), as people transfer to it';
create table campaign_cash (
    id          uuid primary key,
    campaign_id uuid not null references campaign (id),
    amount_vnd  numeric(16) not null check (amount_vnd > 0),
    received_on date not null,
    recorded_by uuid not null references account (id),
    recorded_at timestamptz not null default now()
);
create index campaign_cash_campaign on campaign_cash (campaign_id);

create table commitment (
    id          uuid primary key,
    kind        text not null check (kind in ('pledge', 'claim')),
    code        text not null unique,
    disaster_id uuid not null references disaster (id),
    holder      uuid not null references account (id),
    campaign_id uuid references campaign (id) check (campaign_id is null or kind = 'pledge'),
    place_kind  text not null check (place_kind in ('commune', 'zone', 'tour', 'lines')),
    place       text,
    promised_at timestamptz not null,
    expires_at  timestamptz not null,
    ended_at    timestamptz,
    ended_why   text check (ended_why in ('delivered', 'withdrawn', 'expired')),
    check ((ended_at is null) = (ended_why is null))
);
comment on column commitment.code is 'opaque and public; of a pledge the gift code';
comment on column commitment.place is 'code of the commune, or what people call the zone or tour; a label only';
create index commitment_live on commitment (expires_at) where ended_at is null;
create index commitment_holder on commitment (holder, promised_at);
create table commitment_line (
    commitment_id uuid not null references commitment (id),
    need_id       uuid not null references need (id) on delete cascade,
    promised      numeric(14, 3) not null check (promised > 0),
    delivered     numeric(14, 3) not null default 0 check (delivered >= 0),
    released      numeric(14, 3) not null default 0 check (released >= 0),
    outstanding   numeric(14, 3) generated always as (promised - delivered - released) stored check (outstanding >= 0),
    primary key (commitment_id, need_id)
);
comment on table commitment_line is 'promised = outstanding + delivered + released, on one line of need';
create index commitment_line_need on commitment_line (need_id);
create index household_admin on household (admin_code);
