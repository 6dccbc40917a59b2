-- The foundation: PostGIS, and the one place where every change is announced.
create extension if not exists postgis;

create table data_change (
    topic      text primary key,
    version    bigint not null,
    changed_at timestamptz not null
);
comment on table data_change is
    'One row per topic (roads, admin, items, disasters, households, needs, water, supply); the version grows with every change.';

create function announce_change(changed text) returns void
language sql as $$
    insert into data_change (topic, version, changed_at) values (changed, 1, now())
    on conflict (topic) do update set version = data_change.version + 1, changed_at = now();
    select pg_notify('relief_changed', changed);
$$;
