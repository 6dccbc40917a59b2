-- What was handed over under a claim, and the recipient's own word for it. Rows are added; only what a recipient
-- acknowledges is written into a line later.
create table delivery (
    id             uuid primary key,
    code           text not null unique,
    claim_id       uuid not null references commitment (id),
    disaster_id    uuid not null references disaster (id),
    handed_over_at timestamptz not null,
    recorded_by    uuid not null references account (id),
    recorded_at    timestamptz not null default now()
);
create index delivery_claim on delivery (claim_id);
create index delivery_disaster on delivery (disaster_id, recorded_at);
create table delivery_line (
    delivery_id uuid not null references delivery (id),
    need_id     uuid not null references need (id) on delete cascade,
    quantity    numeric(14, 3) not null check (quantity > 0),
    surplus     numeric(14, 3) not null check (surplus between 0 and quantity),
    received    numeric(14, 3) check (received between 0 and quantity),
    shown_commune text,
    primary key (delivery_id, need_id)
);
comment on column delivery_line.surplus is 'how much of it lay beyond the need';
comment on column delivery_line.received is 'what the recipient said last; null while nobody said anything';
comment on column delivery_line.shown_commune is 'code as the public knew it then; null where it was not told';
create table delivery_credit (
    delivery_id uuid not null,
    need_id     uuid not null,
    gift        text not null,
    quantity    numeric(14, 3) not null check (quantity > 0),
    primary key (delivery_id, need_id, gift),
    foreign key (delivery_id, need_id) references delivery_line (delivery_id, need_id) on delete cascade
);
comment on table delivery_credit is 'how much of a line was credited to which gift';
create table receipt (
    id          uuid primary key,
    delivery_id uuid not null references delivery (id),
    source      text not null check (source in ('code', 'officer', 'paper')),
    recorded_by uuid references account (id),
    recorded_at timestamptz not null default now(),
    check ((source = 'code') = (recorded_by is null))
);
create index receipt_delivery on receipt (delivery_id, recorded_at);
create table receipt_item (
    receipt_id uuid not null references receipt (id),
    item_code  text not null references item (code),
    received   numeric(14, 3) not null check (received >= 0),
    handed     numeric(14, 3) not null,
    primary key (receipt_id, item_code)
);
-- One-time codes by which a recipient gives the own word; only a keyed fingerprint of each is kept.
create table receipt_code (
    delivery_id uuid primary key references delivery (id),
    fingerprint text not null unique,
    made_by     uuid not null references account (id),
    expires_at  timestamptz not null,
    used_at     timestamptz
);
