-- A plan may come from another one by a move that somebody made by hand.
alter table plan add column edit jsonb;
comment on column plan.edit is 'who moved a stop, why, and what the move breaks in spite of it; null for a plan that was searched';
