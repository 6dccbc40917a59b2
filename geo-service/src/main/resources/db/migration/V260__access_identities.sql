-- Identities at an issuer of OpenID Connect, and which account each is. One that nobody tied yet asked to get in.
create table account_identity (
    id             uuid primary key,
    issuer         text not null,
    subject        text not null,
    account_id     uuid references account (id),
    name_sealed    bytea not null,
    email_sealed   bytea not null,
    email_verified boolean not null,
    asked_at       timestamptz not null,
    unique (issuer, subject),
    unique (issuer, account_id)
);
comment on column account_identity.subject is 'what the issuer calls it for ever; names and e-mails may move to other people';
comment on column account_identity.account_id is 'null while an administrator has not said whose it is';
comment on column account_identity.asked_at is 'when it last signed in or tried to';

-- E-mail addresses that an administrator expects: the first identity with one of them, verified, is tied, and it is used up.
create table account_expected_email (
    account_id   uuid primary key references account (id),
    fingerprint  text not null unique,
    email_sealed bytea not null
);
