-- How amounts read in English: "44,549 litres", "267 blankets". Filled from data/items.csv at the next start.
alter table item
    add column units_en text,
    add column one_en text,
    add column many_en text,
    add check ((one_en is null) = (many_en is null));
update item set units_en = unit_en;
alter table item alter column units_en set not null;
comment on column item.units_en is 'unit_en of more than one';
comment on column item.one_en is 'one unit together with its name: "blanket"; null where it reads "litre of drinking water"';
comment on column item.many_en is 'the same of more than one: "blankets"';
