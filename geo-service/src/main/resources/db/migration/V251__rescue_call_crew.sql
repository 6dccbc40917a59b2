-- Whether a crew is busy is asked for every crew at every look.
create index sos_call_crew on sos_call (crew_id) where crew_id is not null;
