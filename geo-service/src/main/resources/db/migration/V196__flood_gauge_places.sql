-- Where gauges stand, so that they speak for the bridges near them only: another river far away may have the same name.
alter table gauge add column lon double precision check (lon between -180 and 180);
alter table gauge add column lat double precision check (lat between -90 and 90);
comment on column gauge.lon is 'WGS 84; null = not known, then the gauge speaks for its river wherever the map has the name';
-- The town that each is named after, good to about 2 km; to confirm.
update gauge set lon = 107.23, lat = 16.75 where code = 'thach-han';
update gauge set lon = 107.10, lat = 16.82 where code = 'dong-ha';
update gauge set lon = 106.78, lat = 17.22 where code = 'le-thuy';
