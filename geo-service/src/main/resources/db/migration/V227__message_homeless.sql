-- What came while no disaster was open, for the look that takes it later.
create index sms_in_homeless on sms_in (received_at) where outcome = 'no_disaster';
