-- What a household lacks of one item in one disaster, with both balances (domain: to give, to carry).
create table need (
    id             uuid primary key,
    household_id   uuid not null references household (id) on delete cascade,
    disaster_id    uuid not null references disaster (id),
    item_code      text not null references item (code),
    needed         numeric(14, 3) not null check (needed > 0),
    pledged        numeric(14, 3) not null default 0 check (pledged >= 0),
    claimed        numeric(14, 3) not null default 0 check (claimed >= 0),
    delivered      numeric(14, 3) not null default 0 check (delivered >= 0),
    urgency        text not null check (urgency in ('critical', 'high', 'normal')),
    confirmed_at   timestamptz not null,
    created_at     timestamptz not null default now(),
    unique (disaster_id, household_id, item_code)
);
comment on column need.pledged is 'outstanding pledges: promised minus already delivered under them';
comment on column need.claimed is 'outstanding claims: taken on minus already delivered under them';
create index need_household on need (household_id);
