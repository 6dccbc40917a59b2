-- What was observed or forecast of the water. Rows are added, never changed.
create table flood_observation (
    id             uuid primary key,
    disaster_id    uuid not null references disaster (id),
    source         text not null,
    observed_at    timestamptz not null,
    forecast       boolean not null default false,
    footprint      geometry(MultiPolygon, 4326) not null,
    content_sha256 bytea not null,
    imported_at    timestamptz not null default now(),
    unique (disaster_id, observed_at, content_sha256)
);
comment on column flood_observation.footprint is 'the area that was looked at; only inside it absence of water means dry';
create table flood_polygon (
    observation_id uuid not null references flood_observation (id) on delete cascade,
    feature_number integer not null,
    depth_m        double precision check (depth_m >= 0),
    geom           geometry(MultiPolygon, 4326) not null,
    primary key (observation_id, feature_number)
);
comment on column flood_polygon.depth_m is 'deepest water inside, metres above ground; null = flooded, depth unknown';
create index flood_polygon_geom on flood_polygon using gist (geom);
