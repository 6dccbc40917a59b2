-- Small streets are drawn from later zooms on, so that tiles of a city stay small; what was imported before follows.
update basemap_line set min_zoom = case class
        when 'unclassified' then 13
        when 'track' then 15
        when 'busway' then 15
        when 'pedestrian' then 15
        when 'residential' then 14
        when 'living_street' then 14
        when 'road' then 14
        when 'secondary_link' then 14
        when 'tertiary_link' then 14
        else 16
    end
where kind = 'road'
    and class not in ('motorway', 'motorway_link', 'trunk', 'trunk_link', 'primary', 'primary_link', 'secondary', 'tertiary');
