-- Height of the ground, from which the depth of a flood without depth is estimated.
create table elevation_grid (
    id            bigint generated always as identity primary key,
    source        text not null,
    source_sha256 bytea not null unique,
    west          double precision not null,
    north         double precision not null,
    step_lon      double precision not null check (step_lon > 0),
    step_lat      double precision not null check (step_lat > 0),
    columns       integer not null check (columns > 0),
    rows          integer not null check (rows > 0),
    imported_at   timestamptz not null default clock_timestamp()
);
comment on table elevation_grid is 'cells along longitude and latitude (EPSG:4326), rows from the north; the newest grid with a height counts';
create table elevation_tile (
    grid_id     bigint not null references elevation_grid (id) on delete cascade,
    tile_row    integer not null,
    tile_column integer not null,
    heights     bytea not null,
    primary key (grid_id, tile_row, tile_column)
);
comment on column elevation_tile.heights is
    '128 by 128 heights in decimetres, two bytes each, rows from the north, -32768 = not known, packed (deflate); no row = none known';
alter table elevation_tile alter column heights set storage external;
