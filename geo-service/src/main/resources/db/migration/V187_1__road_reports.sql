-- What teams and officers said of stretches of road. Rows are added, never changed: a later report supersedes.
create table road_report (
    id             uuid primary key,
    disaster_id    uuid not null references disaster (id),
    state          text not null check (state in
        ('open', 'shallow', 'knee_deep', 'waist_deep', 'chest_deep', 'closed', 'bridge_gone', 'truck_allowed')),
    observed_at    timestamptz not null,
    received_at    timestamptz not null default clock_timestamp(),
    reporter       text not null,
    told           text,
    officer        text,
    up_to_m        double precision check (up_to_m > 0 and up_to_m <= 0.9),
    valid_until    timestamptz,
    road_import_id bigint not null,
    way_ids        bigint[] not null check (cardinality(way_ids) > 0),
    road_name      text,
    geom           geometry(LineString, 4326) not null,
    check ((state = 'truck_allowed') = (officer is not null and up_to_m is not null and valid_until is not null))
);
comment on column road_report.id is 'made by the sender, so that a repeated sending is the same report';
comment on column road_report.reporter is 'name of the account; never shown in public';
comment on column road_report.told is 'the text that it was read from; null when it came by a click';
comment on column road_report.road_import_id is 'the roads it was made on; they may be gone, the report stays';
comment on column road_report.way_ids is 'OpenStreetMap ways of the stretch: with its line they find it in newer roads';
create index road_report_newest on road_report (disaster_id, observed_at);
create function road_report_never_changes() returns trigger language plpgsql as $$
begin
    raise exception 'a road report is never changed; add a later one';
end $$;
create trigger road_report_never_changes before update on road_report
    for each row execute function road_report_never_changes();
