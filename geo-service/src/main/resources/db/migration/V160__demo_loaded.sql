-- Which demo is loaded: there is one at a time, and the next one takes it away.
create table demo_loaded (
    only_row    boolean primary key default true check (only_row),
    fingerprint text not null,
    disaster_id uuid not null,
    loaded_at   timestamptz not null
);
comment on column demo_loaded.fingerprint is 'files, roads and hour of the demo; the same again changes nothing';
