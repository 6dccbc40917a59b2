-- A claim may take what a planned tour brings: which one, so that the plan can say who carries it.
alter table commitment add column plan_id uuid, add column tour integer,
    add constraint commitment_of_tour check ((plan_id is null) = (tour is null) and (plan_id is null or kind = 'claim'));
create index commitment_plan on commitment (plan_id, tour) where plan_id is not null;
