-- Reports as they were sent. A row is added and never changed; what becomes of it stands in rows of other tables that
-- point here. Only what is personal can be wiped, once, by report_forget.
create table report (
    id                 uuid primary key,
    code               text not null unique,
    disaster_id        uuid not null references disaster (id),
    received_at        timestamptz not null,
    happened_at        timestamptz not null,
    channel            text not null check (channel in ('web', 'call', 'sms', 'team', 'officer', 'list')),
    kind               text not null check (kind in ('need', 'sos', 'safe')),
    on_behalf          boolean not null,
    name_sealed        bytea,
    phone_sealed       bytea,
    phone_hash         text,
    words_sealed       bytea,
    geom               geometry(Point, 4326),
    accuracy_m         double precision check (accuracy_m >= 0),
    admin_code         text,
    hamlet             text not null,
    place_words_sealed bytea,
    approximate        boolean not null,
    people             integer not null check (people between 0 and 10000),
    vulnerable_people  integer not null check (vulnerable_people between 0 and 10000),
    suspected          boolean not null,
    body_fingerprint   text not null,
    simulated          boolean not null,
    forgotten_at       timestamptz
);
comment on column report.id is 'made by the sender, or by the server into the form; the same id again is the same report';
comment on column report.code is 'opaque and public; by it the sender follows the report';
comment on column report.phone_hash is 'keyed fingerprint of the normalised number; null where there is none';
comment on column report.admin_code is 'code of the present commune; null where nobody knows it';
comment on column report.people is '0 = not said';
comment on column report.suspected is 'a field that no person sees was filled in; an officer looks, nothing is dropped';
comment on column report.body_fingerprint is 'keyed, since the body holds personal data; empty once it was forgotten';
comment on column report.forgotten_at is 'when what is personal was wiped; null while it is here';
create index report_received on report (disaster_id, received_at, id);
create index report_phone on report (phone_hash) where phone_hash is not null;
create index report_geom on report using gist (geom);

create table report_line (
    report_id uuid not null references report (id),
    item      text not null references item (code),
    quantity  numeric(14, 3) check (quantity > 0),
    primary key (report_id, item)
);
comment on column report_line.quantity is 'in the unit of the item; null = to be worked out from people and ration';

-- Reports that were accepted and are to be worked off: told to the ledger and to those who act on them.
create table report_waiting (
    report_id   uuid primary key references report (id),
    address     text not null,
    sos         boolean not null,
    turn        bigint not null,
    attempts    integer not null default 0,
    next_try_at timestamptz not null default now()
);
comment on column report_waiting.address is 'keyed fingerprint of the network address it came from; forgotten with the row';
comment on column report_waiting.turn is 'addresses take turns, so that one that sends thousands holds up its own and nobody else';
create index report_waiting_next on report_waiting (sos desc, turn);
create index report_waiting_turn on report_waiting (turn);
create index report_waiting_address on report_waiting (address, turn);

-- An update may only wipe what is personal.
create function report_stays() returns trigger language plpgsql as $$
declare
    wiped report;
begin
    if tg_op = 'UPDATE' then
        wiped := old;
        wiped.name_sealed := null;
        wiped.phone_sealed := null;
        wiped.phone_hash := null;
        wiped.words_sealed := null;
        wiped.geom := null;
        wiped.accuracy_m := null;
        wiped.hamlet := '';
        wiped.place_words_sealed := null;
        wiped.body_fingerprint := '';
        wiped.forgotten_at := new.forgotten_at;
        if old.forgotten_at is null and new.forgotten_at is not null and new is not distinct from wiped then
            return new;
        end if;
    end if;
    raise exception 'a report is never changed (%)', tg_op;
end $$;
create trigger report_stays before update or delete on report for each row execute function report_stays();

create function report_rows_stay() returns trigger language plpgsql as $$
begin
    raise exception 'a report is never changed (%)', tg_op;
end $$;
create trigger report_not_emptied before truncate on report for each statement execute function report_rows_stay();
create trigger report_line_stays before update or delete or truncate on report_line
    for each statement execute function report_rows_stay();

-- The one way to wipe: the application's role may call it, and may not update.
create function report_forget(forgotten uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update report
       set name_sealed = null, phone_sealed = null, phone_hash = null, words_sealed = null, geom = null,
           accuracy_m = null, hamlet = '', place_words_sealed = null, body_fingerprint = '', forgotten_at = now()
     where id = forgotten and forgotten_at is null;
    return found;
end $$;
