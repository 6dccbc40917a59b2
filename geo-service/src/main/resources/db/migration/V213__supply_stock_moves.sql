-- Goods in, out, returned and counted, each a row of its own that is never changed; the stock is their sum.
create table stock_move (
    id        uuid primary key,
    depot_id  uuid not null references depot (id) on delete cascade,
    item_code text not null references item (code),
    kind      text not null check (kind in ('in', 'out', 'returned', 'counted')),
    change    numeric(14, 3) not null,
    gift      text,
    moved_by  uuid references account (id),
    moved_at  timestamptz not null default now(),
    check (case kind when 'out' then change < 0 when 'counted' then true else change > 0 end)
);
comment on column stock_move.change is 'what it adds to the stock, below 0 for goods that leave; of a count the difference it found';
comment on column stock_move.gift is 'code of the pledge that the goods are of; a pledge is stock only once it is received';
comment on column stock_move.moved_by is 'null for imported lists';
create index stock_move_depot on stock_move (depot_id, moved_at);
create index stock_move_gift on stock_move (gift) where gift is not null;

insert into stock_move (id, depot_id, item_code, kind, change, moved_at)
select gen_random_uuid(), depot_id, item_code, 'counted', quantity, counted_at from stock;

-- The sum is kept beside the moves, so that reading it stays cheap; its constraint refuses what is not there.
create function stock_follows() returns trigger language plpgsql as $$
begin
    insert into stock as s (depot_id, item_code, quantity, counted_at)
    values (new.depot_id, new.item_code, 0, new.moved_at)
    on conflict (depot_id, item_code) do nothing;
    update stock set quantity = quantity + new.change, counted_at = new.moved_at
     where depot_id = new.depot_id and item_code = new.item_code;
    return new;
end $$;
create trigger stock_move_changes_stock after insert on stock_move for each row execute function stock_follows();
