-- Local accounts: passwords, one-time codes, known devices; tokens get a name and an end.
alter table account
    add column sign_in_name    text,
    add column password_hash   text,
    add column sessions_since  timestamptz not null default now(),
    add column closed_at       timestamptz,
    add column recovery_sha256 bytea,
    add column recovery_until  timestamptz;
update account set sign_in_name = lower(name);
alter table account alter column sign_in_name set not null;
drop index account_name_folded;
create unique index account_sign_in_name on account (sign_in_name);
comment on column account.sign_in_name is 'the name in lower case; what is typed at sign-in, in any case, is compared with it';
comment on column account.sessions_since is 'sessions begun before have ended (password changed, account closed)';

create table known_device (
    device_sha256 bytea not null,
    account_id    uuid not null references account (id),
    signed_in_at  timestamptz not null default now(),
    primary key (account_id, device_sha256)
);
comment on table known_device is 'devices that once signed in with the right password; guessing elsewhere does not slow them';

alter table access_token
    add column id         uuid not null default gen_random_uuid(),
    add column name       text not null default '',
    add column expires_at timestamptz;
create unique index access_token_id on access_token (id);
