-- Waters that are there all year are taken off floods. Imports from before this cannot tell, so theirs stay in the floods until
-- the roads are imported again.
alter table basemap_area add column permanent boolean not null default false;
comment on column basemap_area.permanent is 'water that is there all year; basins and seasonal waters are not';
