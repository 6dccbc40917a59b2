-- What everyone may know of the needs of real disasters (docs/privacy.md): fixed cells of at least k households, and for
-- each household the state in which it was last published. Exact places are not in here, only the place of the cell.
create table published_cell (
    id               bigint primary key,
    disaster_id      uuid not null references disaster (id),
    admin_code       text,
    admin_valid_from date,
    place            geometry(Point, 4326) not null
);
comment on column published_cell.place is 'mean of its households when it was made, rounded to 0.0005°; never moves';
create table published_home (
    disaster_id  uuid not null references disaster (id),
    household_id uuid not null,
    cell_id      bigint not null references published_cell (id),
    people       integer not null,
    stamp        text not null,
    primary key (disaster_id, household_id)
);
comment on table published_home is 'no reference to the household: it stays published until enough of its cell have changed';
comment on column published_home.stamp is 'digest of what was published of it; another one now means that it changed';
create index published_home_cell on published_home (cell_id);
create table published_need (
    disaster_id  uuid not null,
    household_id uuid not null,
    item_code    text not null references item (code),
    needed       numeric(14, 3) not null,
    pledged      numeric(14, 3) not null,
    claimed      numeric(14, 3) not null,
    delivered    numeric(14, 3) not null,
    urgency      text not null,
    confirmed_at timestamptz not null,
    primary key (disaster_id, household_id, item_code)
);
comment on column published_need.confirmed_at is 'down to the quarter hour';
