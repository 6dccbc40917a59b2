-- Hamlets (thôn, bản, khu phố): parts of a commune that officers serve and homes stand in. Nobody publishes their codes or
-- outlines, so they get codes of our own and are told apart by their folded names.
create table hamlet (
    code         text primary key,
    commune_code text not null,
    name         text not null,
    folded_name  text not null check (folded_name <> ''),
    unique (commune_code, folded_name),
    check (code ~ ('^' || commune_code || '[.][0-9]{2,4}$'))
);
comment on column hamlet.code is 'code of the commune, a dot, a running number';
comment on column hamlet.folded_name is 'without diacritics and without thôn, bản, khu phố before it';
alter table household
    add column hamlet_code text references hamlet (code),
    add column standing boolean not null default true;
comment on column household.standing is 'false: it turned out to be another household, or nobody''s home; kept for what was delivered there';
create index household_hamlet on household (hamlet_code) where hamlet_code is not null;
