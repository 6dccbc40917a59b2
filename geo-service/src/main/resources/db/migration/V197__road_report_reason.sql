-- Why an officer lets trucks through deeper water; null in permissions given before reasons were asked for.
alter table road_report add column reason text;
comment on column road_report.reason is 'of a permission for trucks; never shown in public';
