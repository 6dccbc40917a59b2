-- What a team must be able to do to hand over an item, and what the teams of vehicles can do.
alter table item add column needs_skill text check (needs_skill in ('medic'));
alter table vehicle add column skills text[] not null default '{}' check (skills <@ array['medic']);
