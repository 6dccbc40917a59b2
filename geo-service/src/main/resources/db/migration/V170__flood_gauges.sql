-- River gauges with their alert levels (báo động, BĐ1–3), and what was read or forecast at them. Readings are added, never changed.
create table gauge (
    code      text primary key check (code ~ '^[a-z0-9-]{2,40}$'),
    name      text not null,
    river     text not null,
    place     text not null,
    level_1_m double precision,
    level_2_m double precision,
    level_3_m double precision,
    source    text not null,
    check (coalesce(level_1_m, '-infinity') < coalesce(level_2_m, level_3_m, 'infinity')
        and coalesce(level_2_m, '-infinity') < coalesce(level_3_m, 'infinity'))
);
comment on column gauge.level_1_m is 'BĐ1, metres above the gauge datum, which is not the ground; null = not known here';
create table gauge_reading (
    id          uuid primary key,
    gauge_code  text not null references gauge (code),
    disaster_id uuid not null references disaster (id),
    observed_at timestamptz not null,
    level_m     double precision not null check (level_m between -5 and 30),
    forecast    boolean not null,
    source      text not null,
    received_at timestamptz not null default clock_timestamp()
);
comment on column gauge_reading.id is 'made by the sender, so that a repeated sending is the same reading';
create index gauge_reading_newest on gauge_reading (disaster_id, gauge_code, observed_at desc);
insert into gauge (code, name, river, place, level_1_m, level_2_m, level_3_m, source) values
    ('thach-han', 'Trạm Thạch Hãn', 'Thạch Hãn', 'Thạch Hãn', null, 4.5, 6.0,
        'to confirm against Decision 05/2020/QĐ-TTg; BĐ1 not known'),
    ('dong-ha', 'Trạm Đông Hà', 'Hiếu', 'Đông Hà', null, null, 4.0,
        'to confirm against Decision 05/2020/QĐ-TTg; BĐ1 and BĐ2 not known'),
    ('le-thuy', 'Trạm Lệ Thủy', 'Kiến Giang', 'Lệ Thủy', 1.2, 2.2, 2.7,
        'to confirm against Decision 05/2020/QĐ-TTg');
