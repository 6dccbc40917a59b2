create table depot (
    id         uuid primary key,
    ref        text not null unique,
    name       text not null,
    simulated  boolean not null,
    place      geometry(Point, 4326) not null
);
create table stock (
    depot_id   uuid not null references depot (id) on delete cascade,
    item_code  text not null references item (code),
    quantity   numeric(14, 3) not null check (quantity >= 0),
    counted_at timestamptz not null default now(),
    primary key (depot_id, item_code)
);
create table vehicle (
    id            uuid primary key,
    ref           text not null unique,
    name          text not null,
    simulated     boolean not null,
    vehicle_class text not null check (vehicle_class in
        ('foot', 'motorbike', 'car', 'pickup', 'truck', 'paddle_boat', 'motor_boat')),
    depot_id      uuid not null references depot (id),
    capacity_kg   double precision not null check (capacity_kg > 0),
    capacity_m3   double precision not null check (capacity_m3 > 0)
);
