-- Roles, and the admin units that an officer serves. A hamlet's code is its commune's, a dot and a part of its own;
-- a province has two digits. Codes are checked when an account is made, not here: a unit may be replaced later.
alter table account drop constraint account_role_check;
alter table account add constraint account_role_check
    check (role in ('resident', 'donor', 'team', 'officer', 'coordinator', 'administrator', 'display'));
create table account_unit (
    account_id uuid not null references account (id),
    unit       text not null,
    primary key (account_id, unit)
);
create unique index account_name_folded on account (lower(name));
