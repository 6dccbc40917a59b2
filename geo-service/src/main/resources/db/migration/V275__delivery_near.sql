-- Where the phone said it was at a hand-over, if it was let: rounded to a hundredth of a degree, about a kilometre.
alter table delivery add column near geometry(Point, 4326);
comment on column delivery.near is 'of the device, to 0.01 degrees; null where it was not told, or was taken out with a household';
