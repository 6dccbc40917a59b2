-- Lists of everybody's promises and of an officer's units go through a disaster, the newest first.
create index commitment_disaster on commitment (disaster_id, kind, promised_at, id);
