-- What a plan was made from, so that it can be made again with little change, and so that what changed can be told.
alter table plan add column basis jsonb;
comment on column plan.basis is 'stock, vehicles, steps of water and what every household was to get; names households, never shown';
alter table vehicle add column broken_since timestamptz;
comment on column vehicle.broken_since is 'since when it cannot be sent; null when it can';
