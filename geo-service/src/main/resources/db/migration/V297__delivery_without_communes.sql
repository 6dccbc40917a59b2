-- The ledger names no commune for what homes got (docs/decisions/0301); nothing else asked for it.
alter table delivery_line drop column shown_commune;
