-- Publishing looks through all plans that came from the same first one; every move by hand makes one more.
create index plan_before on plan (before_id);
