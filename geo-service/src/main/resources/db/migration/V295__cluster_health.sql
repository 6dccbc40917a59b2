-- What tells of somebody's health (medicine) is published for ten households together (docs/decisions/0302): for groups of
-- cells that never change, as sums and never by household.
create table published_health_cell (
    id          bigint primary key,
    disaster_id uuid not null references disaster (id),
    homes       integer not null default 0
);
comment on column published_health_cell.homes is 'how many of its households were there when it was told last; 0 before';
alter table published_cell add column health_cell bigint references published_health_cell (id);
create index published_cell_health on published_cell (health_cell);
alter table published_home add column health_stamp text, add column promise_stamp text;
comment on column published_home.promise_stamp is 'digest of what was promised to it when that was told last';
comment on column published_home.health_stamp is
    'digest of all that the household lacked when the medicine of its cells was told last; null before';
create table published_health (
    health_cell   bigint not null references published_health_cell (id),
    item_code     text not null references item (code),
    needed        numeric(17, 3) not null,
    pledged       numeric(17, 3) not null,
    claimed       numeric(17, 3) not null,
    delivered     numeric(17, 3) not null,
    open_quantity numeric(17, 3) not null,
    households    integer not null,
    people        integer not null,
    urgency       integer not null,
    oldest        timestamptz,
    newest        timestamptz,
    primary key (health_cell, item_code)
);
comment on column published_health.households is 'with something open; people, urgency and times are theirs';
delete from published_need n using item i where i.code = n.item_code and i.lack_group = 'medicine';
