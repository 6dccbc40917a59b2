-- Admin units with their periods and successors. A code may come back for another unit, hence the two-part key.
create table admin_unit (
    code        text not null,
    valid_from  date not null,
    valid_to    date,
    name        text not null,
    full_name   text not null,
    kind        text not null,
    parent_name text,
    folded_name text not null,
    folded_full_name text not null,
    simulated   boolean not null default false,
    population  integer check (population >= 0),
    area_m2     double precision check (area_m2 >= 0),
    centre      geometry(Point, 4326),
    boundary    geometry(MultiPolygon, 4326),
    primary key (code, valid_from),
    check (valid_to is null or valid_to > valid_from)
);
comment on column admin_unit.kind is 'xa, phuong, thi_tran, dac_khu, or other';
comment on column admin_unit.parent_name is 'district and province of a former unit, to tell namesakes apart';
comment on column admin_unit.folded_name is 'name as it is searched: lower case, no diacritics, d for đ';
create index admin_unit_boundary on admin_unit using gist (boundary);
create index admin_unit_folded on admin_unit (folded_name);

create table admin_unit_successor (
    old_code       text not null,
    old_valid_from date not null,
    new_code       text not null,
    new_valid_from date not null,
    primary key (old_code, old_valid_from, new_code, new_valid_from),
    foreign key (old_code, old_valid_from) references admin_unit (code, valid_from),
    foreign key (new_code, new_valid_from) references admin_unit (code, valid_from)
);
