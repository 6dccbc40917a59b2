-- Whose data it is: on what ground a household is kept, until when, and that it was erased (docs/privacy.md).
alter table household
    add column legal_basis text not null default 'public_task'
        check (legal_basis in ('public_task', 'protect_life', 'consent')),
    add column keep_until timestamptz,
    add column erased_at timestamptz,
    add column erased_why text check (erased_why in ('asked', 'purged')),
    add check ((erased_at is null) = (erased_why is null)),
    add check (erased_at is null or (name_sealed is null and phone_sealed is null and address is null
                                     and hamlet_code is null and place_precision = 'approximate'));
comment on column household.legal_basis is
    'Law 91/2025/QH15: list of an authority (public_task), report for somebody in danger (protect_life), own report (consent)';
comment on column household.keep_until is 'when name, telephone number and place are erased; null while a disaster of it is open';
create index household_keep_until on household (keep_until) where erased_at is null;

-- By such a code and the telephone number a person sees, corrects and erases the own data; a keyed fingerprint is kept.
create table own_data_code (
    household_id uuid primary key references household (id) on delete cascade,
    fingerprint  text not null unique,
    made_by      uuid not null references account (id),
    expires_at   timestamptz not null,
    wrong_tries  integer not null default 0
);
comment on column own_data_code.wrong_tries is 'wrong telephone numbers; after ten the code is of no use any more';
