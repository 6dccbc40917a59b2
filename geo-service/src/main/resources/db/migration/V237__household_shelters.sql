-- Shelters, and the families in them. A move is a row that is never changed. While a family is in a shelter its place is the
-- shelter's, and so is what is brought to it, summed up and drawn; its home waits beside it until it returns.
create table shelter (
    id               uuid primary key,
    name             text not null check (length(name) between 2 and 100),
    simulated        boolean not null,
    admin_code       text not null,
    admin_valid_from date not null,
    place            geometry(Point, 4326) not null,
    capacity         integer not null check (capacity between 1 and 100000),
    in_charge        uuid not null references account (id),
    opened_by        uuid not null references account (id),
    opened_at        timestamptz not null default now(),
    foreign key (admin_code, admin_valid_from) references admin_unit (code, valid_from)
);
comment on column shelter.capacity is 'people; 3.5 square metres each (domain facts, section 3)';
create table shelter_move (
    id           uuid primary key,
    household_id uuid not null references household (id) on delete cascade,
    shelter_id   uuid references shelter (id),
    moved_by     uuid not null references account (id),
    moved_at     timestamptz not null default now()
);
comment on column shelter_move.shelter_id is 'where to; null = home';
create index shelter_move_household on shelter_move (household_id, moved_at);
create function shelter_move_stays() returns trigger language plpgsql as $$
begin
    raise exception 'a move is never changed';
end $$;
create trigger shelter_move_stays before update on shelter_move for each row execute function shelter_move_stays();

alter table household
    add column shelter_id uuid references shelter (id),
    add column home_place geometry(Point, 4326),
    add column home_admin_code text,
    add column home_admin_valid_from date,
    add column home_hamlet_code text,
    add check ((shelter_id is null) = (home_place is null));
comment on column household.home_place is 'where it lives when it is not in a shelter; null while it is at home';
create index household_shelter on household (shelter_id) where shelter_id is not null;

-- Lists and reports speak of homes. What they say of a family in a shelter is kept for its return.
create function household_in_shelter() returns trigger language plpgsql as $$
begin
    if new.place is distinct from old.place then
        new.home_place := new.place;
        new.place := old.place;
    end if;
    if (new.admin_code, new.admin_valid_from) is distinct from (old.admin_code, old.admin_valid_from) then
        new.home_admin_code := new.admin_code;
        new.home_admin_valid_from := new.admin_valid_from;
        new.admin_code := old.admin_code;
        new.admin_valid_from := old.admin_valid_from;
    end if;
    if new.hamlet_code is distinct from old.hamlet_code then
        new.home_hamlet_code := new.hamlet_code;
        new.hamlet_code := old.hamlet_code;
    end if;
    return new;
end $$;
create trigger household_in_shelter before update on household for each row
    when (old.shelter_id is not null and new.shelter_id = old.shelter_id) execute function household_in_shelter();
