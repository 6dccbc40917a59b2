-- By which a household is found that a telephone number belongs to, wherever it stands (docs/decisions/0303). A keyed
-- fingerprint: the program makes it after the sealed number was written by whatever door, and the number's end is its end.
alter table household add column phone_hash text;
comment on column household.phone_hash is 'keyed fingerprint of the number; null until the program made it, empty for what is no number';
create index household_phone on household (phone_hash) where phone_hash <> '';
create index household_phone_missing on household (id) where phone_sealed is not null and phone_hash is null;
create function forget_phone_hash() returns trigger language plpgsql as $$
begin
    new.phone_hash := null;
    return new;
end $$;
create trigger household_phone_changed before update on household for each row
    when (new.phone_sealed is distinct from old.phone_sealed) execute function forget_phone_hash();
