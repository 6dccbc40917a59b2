-- Delivery plans. A row is written when a plan is ordered, and once more when it is made or has failed.
create table plan (
    id          uuid primary key,
    disaster_id uuid not null references disaster (id),
    state       text not null check (state in ('waiting', 'ready', 'failed')),
    ordered_at  timestamptz not null,
    versions    jsonb not null,
    document    jsonb,
    vi          text,
    en          text,
    check ((state = 'ready') = (document is not null))
);
comment on column plan.versions is 'version of each topic of the data when the plan was begun';
comment on column plan.document is 'the whole plan; holds places of stops, so it is for those who may see them';
create index plan_disaster on plan (disaster_id, ordered_at desc);
