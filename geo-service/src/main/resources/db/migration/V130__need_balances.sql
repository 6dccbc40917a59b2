-- The balances of a need (domain facts, section 3), worked out in this one place: none is ever below 0.
alter table need
    add column open_quantity numeric(14, 3) generated always as (greatest(needed - delivered, 0)) stored,
    add column to_give numeric(14, 3) generated always as (greatest(needed - pledged - delivered, 0)) stored,
    add column to_carry numeric(14, 3) generated always as (greatest(needed - claimed - delivered, 0)) stored,
    add column surplus numeric(14, 3) generated always as (greatest(delivered - needed, 0)) stored;
comment on column need.open_quantity is 'still lacking: needed minus delivered, what the map shows';
comment on column need.to_give is 'needed minus outstanding pledges minus delivered; checked by a pledge';
comment on column need.to_carry is 'needed minus outstanding claims minus delivered; checked by a claim or a plan';
