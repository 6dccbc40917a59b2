-- The catalogue, a copy of data/items.csv that is renewed at every start.
create table item (
    code            text primary key,
    name_vi         text not null,
    name_en         text not null,
    unit_vi         text not null,
    unit_en         text not null,
    mass_kg         double precision not null check (mass_kg >= 0),
    volume_m3       double precision not null check (volume_m3 >= 0),
    category        text not null,
    lack_group      text not null,
    ration_amount   double precision check (ration_amount > 0),
    ration_basis    text check (ration_basis in ('person_day', 'person', 'household', 'household_day')),
    source          text not null,
    position        integer not null,
    retired         boolean not null default false
);
comment on column item.lack_group is 'which of the six cells of a need tag it fills: water, rice, medicine, tarp, goods, cash';
comment on column item.mass_kg is 'mass of one unit; 0 for cash';
