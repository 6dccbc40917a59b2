-- Who looked at the exact place or the telephone number of which real household, when and why: one row for an hour in
-- which somebody looks again and again. No reference to the household: the log outlives it.
create table look (
    id           bigint generated always as identity primary key,
    account_id   uuid not null references account (id),
    household_id uuid not null,
    what         text not null check (what in ('place', 'phone')),
    why          text not null check (length(why) between 1 and 100),
    looked_at    timestamptz not null default now(),
    hour         timestamptz not null default date_trunc('hour', now()),
    unique (account_id, household_id, what, why, hour)
);
create index look_household on look (household_id, id);
create function look_never_changes() returns trigger language plpgsql as $$
begin
    raise exception 'a look is never changed';
end $$;
create trigger look_never_changes before update on look for each row execute function look_never_changes();
