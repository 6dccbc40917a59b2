alter table flood_polygon add column velocity_ms double precision check (velocity_ms >= 0);
comment on column flood_polygon.velocity_ms is 'fastest current inside, metres per second; null = not known';
