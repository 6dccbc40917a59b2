-- How long a need counts as confirmed, by urgency (domain facts, section 3; weak). Written by the program at its start
-- from its settings; here, so that sums can ask for it too.
create table need_freshness (
    urgency text primary key check (urgency in ('critical', 'high', 'normal')),
    lasts   interval not null check (lasts > interval '0')
);
insert into need_freshness values ('critical', '12 hours'), ('high', '24 hours'), ('normal', '60 hours');

-- Somebody's word that a need still holds. need.confirmed_at is the newest of them, and of what lists and reports say.
create table need_confirmation (
    id           uuid primary key,
    need_id      uuid not null references need (id) on delete cascade,
    confirmed_at timestamptz not null,
    means        text not null check (means in ('officer', 'team', 'sms')),
    confirmed_by uuid references account (id),
    recorded_at  timestamptz not null default now()
);
comment on column need_confirmation.confirmed_by is 'null for an SMS: the number is the household''s own';
create index need_confirmation_need on need_confirmation (need_id, confirmed_at);
create function need_confirmation_stays() returns trigger language plpgsql as $$
begin
    raise exception 'a confirmation is never changed';
end $$;
create trigger need_confirmation_stays before update on need_confirmation
    for each row execute function need_confirmation_stays();

alter table need add column aided_at timestamptz;
comment on column need.aided_at is 'when something was last handed over for it; null when nothing was';
