-- Photos, written anew by the program; equal ones lie here once. They show people, so they go with the personal data.
create table photo_file (
    sha256 bytea primary key check (length(sha256) = 32),
    jpeg   bytea not null
);
create table photo (
    id        uuid primary key,
    of_kind   text not null check (of_kind in ('delivery', 'report')),
    of_id     uuid not null,
    sha256    bytea not null references photo_file (sha256),
    width_px  integer not null,
    height_px integer not null,
    added_by  uuid references account (id),
    added_at  timestamptz not null
);
create index photo_of on photo (of_kind, of_id, added_at);
create index photo_sha256 on photo (sha256);
