package vn.reliefmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import vn.reliefmap.commitment.Claim;
import vn.reliefmap.commitment.ClaimOrder;
import vn.reliefmap.commitment.ClaimPlace;
import vn.reliefmap.commitment.Claims;
import vn.reliefmap.commitment.PledgeOrder;
import vn.reliefmap.commitment.Pledges;
import vn.reliefmap.delivery.Deliveries;
import vn.reliefmap.delivery.Delivery;
import vn.reliefmap.delivery.DeliveryOrder;
import vn.reliefmap.delivery.DeliveryOrder.Handed;
import vn.reliefmap.delivery.ReceiptOrder;
import vn.reliefmap.delivery.Receipts;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.NeedId;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.ledger.Ledger;

/** Donors, teams and recipients who act in any order; what they may not do is refused. */
final class RandomActs {
    private final PromiseWorld world;
    private final DisasterId disaster;
    private final List<NeedId> needs;
    private final long seed;
    private final Pledges pledges;
    private final Claims claims;
    private final Deliveries deliveries;
    private final Receipts receipts;
    private final AtomicInteger done = new AtomicInteger();

    RandomActs(PromiseWorld world, DisasterId disaster, List<NeedId> needs, long seed) {
        this.world = world;
        this.disaster = disaster;
        this.needs = needs;
        this.seed = seed;
        this.pledges = world.program.bean(Pledges.class);
        this.claims = world.program.bean(Claims.class);
        this.deliveries = world.program.bean(Deliveries.class);
        this.receipts = world.program.bean(Receipts.class);
    }

    int done() {
        return done.get();
    }

    /** How many acts of this thread were not refused. */
    int run(int acts, int thread) {
        Random random = new Random(seed + thread);
        UUID account = world.account(Caller.COORDINATOR).id();
        UUID witness = world.account(Caller.COORDINATOR).id();
        List<UUID> mine = new ArrayList<>();
        List<Claim> taken = new ArrayList<>();
        List<Delivery> handed = new ArrayList<>();
        int before = done.get();
        for (int act = 0; act < acts; act++) {
            try {
                act(random, account, witness, mine, taken, handed);
                done.incrementAndGet();
            } catch (ProblemException refused) {
                assertThat(refused.problem().status()).isIn(400, 409);
            }
        }
        return done.get() - before;
    }

    private void act(
            Random random, UUID account, UUID witness, List<UUID> mine, List<Claim> taken, List<Delivery> handed) {
        BigDecimal quantity = BigDecimal.valueOf(1 + random.nextInt(20_000), 3);
        String commune = random.nextBoolean() ? "XA01" : "XA02";
        switch (random.nextInt(8)) {
            case 0, 1 ->
                mine.add(pledges.promise(
                                account, new PledgeOrder(UUID.randomUUID(), disaster, commune, "rice", quantity, null))
                        .id());
            case 2, 3 ->
                taken.add(claims.take(
                        account,
                        new ClaimOrder(
                                UUID.randomUUID(),
                                disaster,
                                random.nextBoolean()
                                        ? new ClaimPlace.Commune(commune, "rice", quantity)
                                        : new ClaimPlace.Lines(
                                                List.of(any(random, needs), any(random, needs)), null))));
            case 4 -> {
                if (!mine.isEmpty()) {
                    pledges.withdraw(any(random, mine));
                }
            }
            case 5 -> {
                if (!taken.isEmpty() && random.nextBoolean()) {
                    claims.release(any(random, taken).id());
                }
            }
            case 6 -> {
                if (!taken.isEmpty()) {
                    handed.add(deliveries.handOver(
                            account,
                            new DeliveryOrder(
                                    UUID.randomUUID(),
                                    any(random, taken).id(),
                                    Instant.now(),
                                    List.of(new Handed(null, null, "rice", quantity)),
                                    null)));
                }
            }
            default -> {
                if (!handed.isEmpty()) {
                    receipts.byAccount(
                            witness,
                            any(random, handed).id(),
                            Delivery.Source.OFFICER,
                            new ReceiptOrder(
                                    UUID.randomUUID(), random.nextBoolean() ? null : Map.of("rice", quantity)));
                }
            }
        }
    }

    private static <T> T any(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** The balances are what promises and deliveries add up to, and the ledger tells the same. */
    void requireThatNothingIsLost() {
        assertThat(count("""
                select count(*) from need n where disaster_id = :d and (to_give < 0 or to_carry < 0 or
                    pledged <> (select coalesce(sum(outstanding), 0) from commitment_line l join commitment c on
                                c.id = l.commitment_id where c.kind = 'pledge' and l.need_id = n.id)
                    or claimed <> (select coalesce(sum(outstanding), 0) from commitment_line l join commitment c on
                                c.id = l.commitment_id where c.kind = 'claim' and l.need_id = n.id)
                    or delivered <> (select coalesce(sum(coalesce(received, quantity)), 0) from delivery_line l
                                where l.need_id = n.id))"""))
                .as("needs whose balances are not the sum of their promises and deliveries")
                .isZero();
        assertThat(count("""
                select count(*) from commitment c join commitment_line l on l.commitment_id = c.id
                where c.disaster_id = :d and (promised <> outstanding + delivered + released
                    or outstanding < 0 or (c.ended_at is not null and outstanding <> 0))""")).as("lines of promises that lost something").isZero();
        assertThat(count("""
                with told as (
                    select e.entry::jsonb ->> 'kind' as kind, (g ->> 'quantity')::numeric as quantity
                    from ledger_entry e, jsonb_array_elements(e.entry::jsonb -> 'facts' -> 'goods') g
                    where e.entry::jsonb -> 'facts' ->> 'disaster' = :d::text)
                select count(*) from (
                    select (select coalesce(sum(quantity), 0) from told where kind = 'pledged') as told,
                           (select sum(promised) from commitment_line l join commitment c on c.id = l.commitment_id
                            where c.kind = 'pledge' and c.disaster_id = :d) as kept
                    union all
                    select (select coalesce(sum(quantity), 0) from told where kind = 'claimed'),
                           (select sum(promised) from commitment_line l join commitment c on c.id = l.commitment_id
                            where c.kind = 'claim' and c.disaster_id = :d)
                    union all
                    select (select coalesce(sum(quantity), 0) from told where kind = 'delivered'),
                           (select sum(quantity) from delivery_line l join delivery v on v.id = l.delivery_id
                            where v.disaster_id = :d)) sums
                where told <> kept""")).as("sums that the ledger tells otherwise").isZero();
        assertThat(world.program.bean(Ledger.class).verify().fault()).isNull();
    }

    private long count(String sql) {
        return world.jdbc
                .sql(sql)
                .param("d", disaster.value())
                .query(Long.class)
                .single();
    }
}
