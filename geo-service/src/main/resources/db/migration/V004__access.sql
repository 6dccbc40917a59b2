-- Accounts and the tokens that open their doors; a token is kept as its SHA-256 only.
create table account (
    id         uuid primary key,
    name       text not null unique,
    role       text not null check (role in ('administrator')),
    created_at timestamptz not null default now()
);
create table access_token (
    token_sha256 bytea primary key,
    account_id   uuid not null references account (id),
    created_at   timestamptz not null default now(),
    revoked_at   timestamptz
);
