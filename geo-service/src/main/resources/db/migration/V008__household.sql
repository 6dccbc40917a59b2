-- Households. Name and phone are sealed (AES-GCM) with a key that is not in the database.
create table household (
    id                 uuid primary key,
    ref                text not null,
    simulated          boolean not null,
    name_sealed        bytea,
    phone_sealed       bytea,
    people             integer not null check (people between 1 and 10000),
    vulnerable_people  integer not null default 0 check (vulnerable_people between 0 and people),
    address            text,
    admin_code         text,
    admin_valid_from   date,
    place              geometry(Point, 4326) not null,
    place_precision    text not null check (place_precision in ('exact', 'approximate')),
    created_at         timestamptz not null default now(),
    updated_at         timestamptz not null default now(),
    foreign key (admin_code, admin_valid_from) references admin_unit (code, valid_from)
);
comment on column household.ref is 'the key of the list it came from; the same ref again is the same household';
create unique index household_ref on household (ref);
create index household_place on household using gist (place);
