-- Stops that stay with the vehicles that serve them, beside whole tours that stay as they are.
alter table plan add column locked_stops text[] not null default '{}';
comment on column plan.locked_stops is 'names of stops';
