-- Decisions on reports: rows are added and never changed. Only the reason, in which an officer may have named somebody, is
-- wiped together with what is personal in the report.
create table verification (
    id            uuid primary key,
    report_id     uuid not null references report (id),
    number        integer not null check (number >= 1),
    decision      text not null check (decision in ('confirmed', 'rejected', 'duplicate', 'need_more', 'handed_over', 'undone')),
    evidence      text[] not null,
    reason_sealed bytea,
    duplicate_of  uuid references report (id) check ((duplicate_of is not null) = (decision = 'duplicate')),
    handed_to     text check ((handed_to is not null) = (decision = 'handed_over')),
    household_id  uuid,
    state         text not null check (state in ('open', 'need_more', 'confirmed', 'rejected', 'duplicate')),
    decided_by    uuid not null references account (id),
    decided_at    timestamptz not null,
    unique (report_id, number)
);
comment on column verification.number is 'counts the decisions on one report: of two officers at once one is first';
comment on column verification.household_id is 'whose the report is; no reference, since the decision outlives an erased household';
comment on column verification.state is 'of the report after it';
create index verification_duplicate on verification (duplicate_of) where duplicate_of is not null;

-- What has to be decided where: follows from report and verification, for the queue.
create table report_task (
    report_id    uuid primary key references report (id),
    disaster_id  uuid not null references disaster (id),
    unit         text,
    hamlet       text not null,
    pressing     smallint not null check (pressing between 0 and 3),
    heard        boolean not null,
    received_at  timestamptz not null,
    state        text not null default 'open',
    newest       integer not null default 0,
    duplicate_of uuid references report (id),
    household_id uuid
);
comment on column report_task.unit is 'code of hamlet, commune or province whose officers decide; null when nobody knows';
comment on column report_task.hamlet is 'folded name as the report has it, until a hamlet of that name is known';
comment on column report_task.heard is 'false: the first word from its commune for a day';
comment on column report_task.pressing is '0 SOS, 1 critical, 2 high, 3 normal';
create index report_task_queue on report_task (disaster_id, state, pressing, heard, received_at, report_id);
create index report_task_household on report_task (household_id) where household_id is not null;
create index report_task_hamlet on report_task (unit, hamlet) where hamlet <> '';

create function verification_stays() returns trigger language plpgsql as $$
declare
    wiped verification;
begin
    if tg_op = 'UPDATE' then
        wiped := old;
        wiped.reason_sealed := null;
        if new is not distinct from wiped then
            return new;
        end if;
    end if;
    raise exception 'a decision is never changed (%)', tg_op;
end $$;
create trigger verification_stays before update or delete on verification
    for each row execute function verification_stays();
create function verification_rows_stay() returns trigger language plpgsql as $$
begin
    raise exception 'a decision is never changed (%)', tg_op;
end $$;
create trigger verification_not_emptied before truncate on verification
    for each statement execute function verification_rows_stay();
create function verification_forget() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update verification set reason_sealed = null where report_id = new.id and reason_sealed is not null;
    return null;
end $$;
create trigger verification_forget after update on report for each row
    when (new.forgotten_at is not null) execute function verification_forget();

-- What each confirmed report said of a line; it holds until the decision is taken back or turns out false.
create table need_report (
    report_id    uuid not null references report (id),
    need_id      uuid not null references need (id) on delete cascade,
    quantity     numeric(14, 3) not null check (quantity > 0),
    urgency      text not null check (urgency in ('critical', 'high', 'normal')),
    confirmed_at timestamptz not null,
    deadline_at  timestamptz,
    holds        boolean not null default true,
    primary key (report_id, need_id)
);
create index need_report_need on need_report (need_id);
