-- What the map draws and the demo builds on, from the imported road extract.
create table road_import (
    id            bigint generated always as identity primary key,
    source_name   text not null,
    source_sha256 bytea not null,
    imported_at   timestamptz not null default now(),
    is_current    boolean not null default false,
    simulated     boolean not null default false,
    way_count     bigint not null,
    road_length_m double precision not null,
    graph_nodes   bigint not null,
    graph_edges   bigint not null,
    graph_length_m double precision not null,
    extent        geometry(Polygon, 4326)
);
create unique index road_import_current on road_import (is_current) where is_current;

create table basemap_line (
    import_id  bigint not null references road_import (id) on delete cascade,
    osm_way_id bigint not null,
    kind       text not null check (kind in ('road', 'river', 'canal', 'stream', 'rail', 'coastline')),
    class      text not null,
    name       text,
    ref        text,
    bridge     boolean not null,
    min_zoom   smallint not null,
    geom       geometry(LineString, 4326) not null
);
create index basemap_line_geom on basemap_line using gist (geom);
create table basemap_area (
    import_id  bigint not null references road_import (id) on delete cascade,
    osm_id     bigint not null,
    kind       text not null check (kind in ('water', 'lagoon', 'sea', 'wood', 'built_up')),
    name       text,
    min_zoom   smallint not null,
    geom       geometry(MultiPolygon, 4326) not null
);
create index basemap_area_geom on basemap_area using gist (geom);
create table basemap_place (
    import_id  bigint not null references road_import (id) on delete cascade,
    osm_id     bigint not null,
    kind       text not null,
    name       text not null,
    population integer,
    min_zoom   smallint not null,
    geom       geometry(Point, 4326) not null
);
create index basemap_place_geom on basemap_place using gist (geom);
create table basemap_building (
    import_id  bigint not null references road_import (id) on delete cascade,
    osm_id     bigint not null,
    geom       geometry(Point, 4326) not null
);
create index basemap_building_geom on basemap_building using gist (geom);
