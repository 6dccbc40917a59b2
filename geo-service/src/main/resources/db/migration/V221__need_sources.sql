-- Where the quantity of a need comes from. A list says one (listed), confirmed reports say others, of which the largest
-- holds (reported): who reports twice raises and does not double. needed follows from both:
--   of a line                 = the larger of listed and reported, 0 when neither holds any more
--   of a home that was merged = what was delivered to it; all else stands on the home that it was merged into
--   of that home              = the largest of all their quantities − what was delivered to those merged into it
-- So open, summed over the lines of one home, is the largest quantity − everything delivered, while it is merged, and each
-- line is what it was before when it is not any more.
alter table need
    add column listed numeric(14, 3) check (listed > 0),
    add column listed_urgency text check (listed_urgency in ('critical', 'high', 'normal')),
    add column reported numeric(14, 3) check (reported > 0),
    add column merged_into uuid references need (id) on delete set null,
    add column merged_own numeric(14, 3) not null default 0,
    add column merged_delivered numeric(14, 3) not null default 0,
    add column deadline_at timestamptz;
comment on column need.listed is 'what a list says; null when none names it';
comment on column need.reported is 'the largest quantity of the confirmed reports that hold; null when none does';
comment on column need.merged_own is 'the largest quantity of the lines merged into this one';
comment on column need.merged_delivered is 'what was delivered on the lines merged into this one';
comment on column need.deadline_at is 'until when it has to be there; null when nobody said';
update need set listed = needed, listed_urgency = urgency;
alter table need drop constraint need_needed_check, add constraint need_needed_check check (needed >= 0);
create index need_merged on need (merged_into) where merged_into is not null;

create function need_own(n need) returns numeric language sql immutable as $$
    select greatest(coalesce(greatest(n.listed, n.reported), 0), n.merged_own)
$$;
create function need_follows() returns trigger language plpgsql as $$
begin
    -- A statement that writes needed itself is a list's word.
    if tg_op = 'INSERT' then
        if new.needed > 0 and new.listed is null and new.reported is null then
            new.listed := new.needed;
            new.listed_urgency := new.urgency;
        end if;
    elsif new.needed <> old.needed and new.listed is not distinct from old.listed then
        new.listed := nullif(new.needed, 0);
        new.listed_urgency := new.urgency;
    end if;
    new.needed := case
        when new.merged_into is null then greatest(need_own(new) - new.merged_delivered, 0)
        else new.delivered end;
    return new;
end $$;
create trigger need_follows before insert or update on need for each row execute function need_follows();

create function need_merged_follows() returns trigger language plpgsql as $$
begin
    update need p
       set (merged_own, merged_delivered) = (
               select coalesce(max(need_own(m)), 0), coalesce(sum(m.delivered + m.merged_delivered), 0)
               from need m where m.merged_into = p.id)
     where p.id in (old.merged_into, new.merged_into);
    return null;
end $$;
create trigger need_merged_follows after update on need for each row
    when (old.merged_into is not null or new.merged_into is not null) execute function need_merged_follows();
