-- Bridges are looked up by their ways, river after river.
create index basemap_line_way on basemap_line (import_id, osm_way_id);
