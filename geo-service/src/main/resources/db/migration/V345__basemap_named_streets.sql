-- Small streets inside a settlement wait for zoom 15 with a name too, as those without one have since V335; what was imported
-- before follows, later imports do the same (OsmReading).
update basemap_line l set min_zoom = 15
where l.kind = 'road'
    and l.min_zoom = 14
    and l.class in ('residential', 'living_street', 'road')
    and exists (
        select from basemap_area a
        where a.import_id = l.import_id
            and a.kind = 'built_up'
            and st_intersects(a.geom, st_lineinterpolatepoint(l.geom, 0.5)));
