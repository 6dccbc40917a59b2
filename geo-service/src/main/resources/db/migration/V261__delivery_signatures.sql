-- A recipient's signature on paper: when it was signed, and the photo of the sheet among those of the delivery.
alter table receipt
    add column signed_at   timestamptz,
    add column sheet_photo uuid references photo (id) on delete set null;
comment on column receipt.signed_at is 'null for other ways, and for paper that was entered before this was asked for';
comment on column receipt.sheet_photo is 'null as signed_at, and once the photos of the delivery were thrown away';
create index receipt_sheet_photo on receipt (sheet_photo);
