-- Streets without a name inside a settlement wait for zoom 15, its tint tells it until then; tints are drawn where they
-- cover 64 pixels. What was imported before follows; later imports do the same (OsmReading).
update basemap_line l set min_zoom = 15
where l.kind = 'road'
    and l.min_zoom = 14
    and l.class in ('residential', 'living_street', 'road')
    and l.name is null
    and exists (
        select from basemap_area a
        where a.import_id = l.import_id
            and a.kind = 'built_up'
            and st_intersects(a.geom, st_lineinterpolatepoint(l.geom, 0.5)));

update basemap_area set min_zoom = least(16, min_zoom + 2) where kind in ('wood', 'built_up') and min_zoom > 5;
