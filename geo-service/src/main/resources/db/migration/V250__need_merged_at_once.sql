-- Of two deliveries at once on two merged lines neither may be lost.
create or replace function need_merged_follows() returns trigger language plpgsql as $$
begin
    -- First the lock, then the sums in a statement that sees what it waited for.
    perform from need where id in (old.merged_into, new.merged_into) order by id for update;
    update need p
       set (merged_own, merged_delivered) = (
               select coalesce(max(need_own(m)), 0), coalesce(sum(m.delivered + m.merged_delivered), 0)
               from need m where m.merged_into = p.id)
     where p.id in (old.merged_into, new.merged_into);
    return null;
end $$;
