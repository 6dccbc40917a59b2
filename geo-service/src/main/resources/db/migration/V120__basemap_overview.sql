-- A tile of a small zoom covers many streets and shows few roads: these indexes hold only what it shows.
create index basemap_line_overview on basemap_line using gist (geom) where min_zoom <= 11;
create index basemap_area_overview on basemap_area using gist (geom) where min_zoom <= 11;
