create table disaster (
    id         uuid primary key,
    name       text not null,
    folded_name text not null,
    simulated  boolean not null,
    opened_at  timestamptz not null,
    closed_at  timestamptz
);
create unique index disaster_name on disaster (folded_name);
