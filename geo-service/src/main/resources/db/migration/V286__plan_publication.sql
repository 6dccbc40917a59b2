-- A plan is a draft until a coordinator publishes it: teams see and take on tours of published plans only.
alter table plan
    add column before_id uuid references plan (id),
    add column published_at timestamptz,
    add column published_by uuid references account (id),
    add column superseded_by uuid references plan (id),
    add column locked integer[] not null default '{}';
comment on column plan.before_id is 'the plan that this one takes the place of';
comment on column plan.superseded_by is 'the published plan that took its place: nobody takes on its tours any more';
comment on column plan.locked is 'numbers of tours that stay as they are when the plan is made again';
-- Until now teams could take on tours of every plan that was ready.
update plan set published_at = ordered_at where state = 'ready';
