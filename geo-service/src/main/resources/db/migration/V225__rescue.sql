-- Cries for help, and the crews that go. A call's head says how it stands; every step is a row that is never changed.
create table crew (
    id         uuid primary key,
    vehicle_id uuid not null references vehicle (id) on delete cascade,
    account_id uuid not null references account (id),
    place      geometry(Point, 4326),
    placed_at  timestamptz,
    by_truck   boolean not null,
    since      timestamptz not null,
    until      timestamptz not null,
    ended_at   timestamptz
);
comment on table crew is 'a vehicle on duty with those who go with it; signed on by a team';
comment on column crew.place is 'where it is by its own word; null = at its depot';
comment on column crew.by_truck is 'of a boat: a truck carries it to the water';
comment on column crew.until is 'duty ends then by itself, so that nobody is called who went home';
create unique index crew_vehicle on crew (vehicle_id) where ended_at is null;

create table sos_call (
    id                 uuid primary key,
    code               text not null unique,
    disaster_id        uuid not null references disaster (id),
    simulated          boolean not null,
    report_id          uuid not null references report (id),
    state              text not null check (state in
                           ('waiting', 'sent', 'acknowledged', 'on_the_way', 'reached', 'not_found', 'false_alarm')),
    crew_id            uuid references crew (id) on delete set null,
    arrival_s          integer check (arrival_s >= 0),
    due_at             timestamptz,
    coordinators_since timestamptz,
    why                jsonb not null default '[]',
    opened_at          timestamptz not null,
    ended_at           timestamptz
);
comment on column sos_call.code is 'stands for the call in the public ledger; leads to no report';
comment on column sos_call.report_id is 'the report of the call that knows the place best';
comment on column sos_call.crew_id is 'the crew that is asked or holds the call';
comment on column sos_call.due_at is 'when the clock looks at it again; null = never';
comment on column sos_call.coordinators_since is 'since when a coordinator has to see to it; null = not needed';
comment on column sos_call.why is 'why nobody was sent the last time, by class of vehicle; at most the name of a closed road';
create index sos_call_due on sos_call (due_at) where due_at is not null;
create index sos_call_open on sos_call (disaster_id, opened_at) where ended_at is null;

create table sos_call_report (
    report_id uuid primary key references report (id),
    call_id   uuid not null references sos_call (id)
);
create index sos_call_report_call on sos_call_report (call_id);

create table sos_step (
    seq        bigint generated always as identity primary key,
    call_id    uuid not null references sos_call (id),
    word       text not null,
    crew_id    uuid,
    account_id uuid references account (id),
    reason     text,
    at         timestamptz not null
);
comment on column sos_step.crew_id is 'no reference: the step outlives the crew';
comment on column sos_step.reason is 'a word of the program, never free text';
create index sos_step_call on sos_step (call_id, seq);
create function sos_steps_stay() returns trigger language plpgsql as $$
begin
    raise exception 'a step of a call is never changed (%)', tg_op;
end $$;
create trigger sos_step_stays before update or delete or truncate on sos_step
    for each statement execute function sos_steps_stay();
