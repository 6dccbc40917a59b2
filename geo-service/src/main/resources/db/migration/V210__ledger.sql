-- The public ledger: a chain of facts in which nothing can be changed unseen. Rows are added, never changed: the
-- application's role may not (R__grants), and the triggers stop every other role as well.
create table ledger_entry (
    seq           bigint primary key check (seq > 0),
    entry         text not null,
    previous_hash bytea not null unique,
    hash          bytea not null unique
);
comment on column ledger_entry.entry is 'canonical JSON (RFC 8785) of at, facts, id, kind and seq';
comment on column ledger_entry.previous_hash is 'hash of the entry before; 32 zero bytes before the first';
comment on column ledger_entry.hash is 'SHA-256 of previous_hash followed by the bytes of entry in UTF-8';
-- Finds the entries that name a gift.
create index ledger_entry_goods on ledger_entry using gin ((entry::jsonb -> 'facts' -> 'goods') jsonb_path_ops);
create unique index ledger_entry_id on ledger_entry ((entry::jsonb ->> 'id'));

-- The last entry of each day that is over (Vietnam's days), written with the first entry of a later day.
create table ledger_head (
    day  date primary key,
    seq  bigint not null references ledger_entry (seq),
    hash bytea not null
);

create function ledger_fits() returns trigger language plpgsql as $$
declare
    last_seq  bigint;
    last_hash bytea;
begin
    select seq, hash into last_seq, last_hash from ledger_entry order by seq desc limit 1;
    if new.seq <> coalesce(last_seq, 0) + 1
        or new.previous_hash <> coalesce(last_hash, decode(repeat('00', 32), 'hex'))
        or new.hash <> sha256(new.previous_hash || convert_to(new.entry, 'UTF8'))
        or (new.entry::jsonb ->> 'seq')::bigint <> new.seq
    then
        raise exception 'entry % does not follow the last one of the ledger', new.seq;
    end if;
    return new;
end $$;
create trigger ledger_entry_fits before insert on ledger_entry for each row execute function ledger_fits();

create function ledger_stays() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is only ever added to (%)', tg_op;
end $$;
create trigger ledger_entry_stays before update or delete or truncate on ledger_entry
    for each statement execute function ledger_stays();
create trigger ledger_head_stays before update or delete or truncate on ledger_head
    for each statement execute function ledger_stays();
