package vn.reliefmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.reliefmap.PromiseWorld.atOnce;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.reliefmap.access.Scope;
import vn.reliefmap.commitment.Claim;
import vn.reliefmap.commitment.ClaimOrder;
import vn.reliefmap.commitment.ClaimPlace;
import vn.reliefmap.commitment.Claims;
import vn.reliefmap.commitment.Ended;
import vn.reliefmap.commitment.Gift;
import vn.reliefmap.commitment.Gifts;
import vn.reliefmap.commitment.Pledge;
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
import vn.reliefmap.kernel.PageAsk;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.kernel.PublicCode;
import vn.reliefmap.ledger.Ledger;

/** FEATURE UNDER TEST: the chain from a promise to the recipient's own word, by named scenarios. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PromiseToReceiptTest {
    @TempDir
    static Path home = Path.of("target");

    private final PromiseWorld world = new PromiseWorld(home);
    private final Pledges pledges = world.program.bean(Pledges.class);
    private final Claims claims = world.program.bean(Claims.class);
    private final DisasterId flood = world.disaster();
    private final UUID donor = world.account(Caller.DONOR).id();
    private final UUID team = world.account(Caller.TEAM).id();
    private final UUID officer = world.account(Caller.COORDINATOR).id();
    private final Receipts receipts = world.program.bean(Receipts.class);

    @AfterAll
    void theChainHoldsAndStop() {
        assertThat(world.program.bean(Ledger.class).verify().fault()).isNull();
        world.close();
    }

    @Test
    @DisplayName("pledge larger than what is left")
    void pledgeLargerThanWhatIsLeft() {
        world.homes(flood, "XA01", 5, "10");
        world.homes(flood, "XA02", 5, "4");
        world.homes(flood, "XA03", 6, "1.5");
        promise("XA01", "38");
        assertThatThrownBy(() -> promise("XA01", "12.001")).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo("MORE_THAN_LEFT");
            assertThat(refused.problem().status()).isEqualTo(409);
            assertThat(refused.problem().vi())
                    .contains("chỉ còn cần ủng hộ 12 kg gạo")
                    .contains("Xã Số 2 20 kg");
            Map<String, Object> details =
                    Objects.requireNonNull(refused.problem().details());
            assertThat(details).containsEntry("left", new BigDecimal("12"));
            assertThat(details.toString())
                    .contains(
                            "[{commune=XA02, full_name=Xã Số 2, left=20}, {commune=XA03, full_name=Xã Số 3, left=9}]");
        });
        assertThat(world.sum(flood, "XA01", "to_give")).isEqualByComparingTo("12");
        Pledge rest = promise("Xã Số 1", "12");
        assertThat(rest.progress().outstanding()).isEqualByComparingTo("12");
        assertThat(world.sum(flood, "XA01", "to_give")).isZero();
        assertThat(world.sum(flood, "XA01", "to_carry")).isEqualByComparingTo("50");
        pledges.withdraw(rest.id());
        assertThat(pledges.withdraw(rest.id()).term().why()).isEqualTo(Ended.WITHDRAWN);
        assertThat(world.sum(flood, "XA01", "to_give")).isEqualByComparingTo("12");
    }

    @Test
    @DisplayName("expired claim")
    void expiredClaim() {
        DisasterId other = world.disaster();
        List<NeedId> needs = world.homes(other, "XA01", 5, "10");
        UUID first = world.account(Caller.TEAM).id();
        UUID second = world.account(Caller.TEAM).id();
        Claim claim = claims.take(first, lines(other, needs));
        assertThat(claim.lines()).hasSize(5);
        ClaimOrder again = lines(other, needs);
        assertThatThrownBy(() -> claims.take(second, again)).hasMessageContaining("NOTHING_LEFT");
        world.jdbc
                .sql("update commitment set expires_at = now() - interval '1 second' where id = ?")
                .param(claim.id())
                .update();
        Claim taken = claims.take(second, again);
        assertThat(taken.lines()).hasSize(5);
        assertThat(claims.get(claim.id()).term().why()).isEqualTo(Ended.EXPIRED);
        assertThat(claims.get(claim.id()).lines())
                .allSatisfy(line -> assertThat(line.progress().released()).isEqualByComparingTo("10"));
        assertThat(world.sum(other, "XA01", "claimed")).isEqualByComparingTo("50");
    }

    @Test
    @DisplayName("the same pledge sent 20 times at once is one pledge, and another body under its id is refused")
    void sentTwentyTimes() throws Exception {
        DisasterId other = world.disaster();
        world.homes(other, "XA01", 5, "10");
        PledgeOrder order = new PledgeOrder(UUID.randomUUID(), other, "XA01", "rice", new BigDecimal("7"), null);
        List<Object> answers = atOnce(IntStream.range(0, 20)
                .<Callable<Pledge>>mapToObj(i -> () -> pledges.promise(donor, order))
                .toList());
        assertThat(answers).hasSize(20).allMatch(answers.get(0)::equals).hasOnlyElementsOfType(Pledge.class);
        assertThat(pledges.list(other, new Scope.Own(donor), PageAsk.FIRST).items())
                .hasSize(1);
        assertThat(world.sum(other, "XA01", "pledged")).isEqualByComparingTo("7");
        PledgeOrder changed = new PledgeOrder(order.id(), other, "XA01", "rice", new BigDecimal("8"), null);
        assertThatThrownBy(() -> pledges.promise(donor, changed)).hasMessageContaining("REQUEST_ID_TAKEN");
        UUID stranger = world.account(Caller.DONOR).id();
        assertThatThrownBy(() -> pledges.promise(stranger, order)).hasMessageContaining("REQUEST_ID_TAKEN");
        assertThat(world.sum(other, "XA01", "pledged")).isEqualByComparingTo("7");
    }

    @Test
    @DisplayName("pledge 10, claim 10, deliver 6")
    void pledgeTenClaimTenDeliverSix() {
        DisasterId other = world.disaster();
        NeedId need = world.homes(other, "XA01", 5, "10").get(2);
        world.jdbc
                .sql("update need set delivered = needed where disaster_id = ? and id <> ?")
                .params(other.value(), need.value())
                .update();
        Pledge pledge =
                pledges.promise(donor, new PledgeOrder(UUID.randomUUID(), other, "XA01", "rice", BigDecimal.TEN, null));
        expect(need, "to give 0, to carry 10, open 10, surplus 0");
        Claim claim = claims.take(team, lines(other, List.of(need)));
        expect(need, "to give 0, to carry 0, open 10, surplus 0");
        Delivery six = handOver(claim, "6");
        expect(need, "to give 0, to carry 0, open 4, surplus 0");
        assertThat(six.lines().get(0).surplus()).isZero();
        assertThat(pledges.get(pledge.id()).progress().outstanding()).isEqualByComparingTo("4");
        assertThat(claims.get(claim.id()).lines().get(0).progress().outstanding())
                .isEqualByComparingTo("4");
        Delivery again = handOver(claim, "6");
        expect(need, "to give 0, to carry 0, open 0, surplus 2");
        assertThat(again.lines().get(0).surplus()).isEqualByComparingTo("2");
        assertThat(pledges.get(pledge.id()).term().why()).isEqualTo(Ended.DELIVERED);
        assertThat(claims.get(claim.id()).term().why()).isEqualTo(Ended.DELIVERED);
        Gift gift = world.program.bean(Gifts.class).follow(pledge.code());
        assertThat(gift.progress().delivered()).isEqualByComparingTo("10");
        assertThat(gift.steps()).extracting(Gift.Step::kind).containsExactly("pledged", "delivered", "delivered");
    }

    @Test
    @DisplayName("recipient denies")
    void recipientDenies() {
        DisasterId other = world.disaster();
        NeedId need = world.homes(other, "XA01", 5, "10").get(0);
        Pledge pledge = pledges.promise(
                donor, new PledgeOrder(UUID.randomUUID(), other, "XA01", "rice", new BigDecimal("50"), null));
        Delivery delivery = handOver(claims.take(team, lines(other, List.of(need))), "10");
        expect(need, "to give 0, to carry 0, open 0, surplus 0");
        PublicCode code = world.program.bean(Deliveries.class).receiptCode(officer, delivery.id());
        ReceiptOrder nothing = new ReceiptOrder(UUID.randomUUID(), Map.of());
        Delivery denied = receipts.byCode(code, "192.0.2.1", nothing);
        assertThat(denied.disputed()).isTrue();
        expect(need, "to give 10, to carry 10, open 10, surplus 0");
        assertThat(pledges.get(pledge.id()).progress().delivered())
                .as("the promise stays settled")
                .isEqualByComparingTo("10");
        assertThat(receipts.byCode(code, "192.0.2.1", nothing)).isEqualTo(denied);
        ReceiptOrder second = new ReceiptOrder(UUID.randomUUID(), null);
        assertThatThrownBy(() -> receipts.byCode(code, "192.0.2.1", second)).hasMessageContaining("RECEIPT_CODE");
        Delivery found = receipts.byAccount(
                officer,
                delivery.id(),
                Delivery.Source.OFFICER,
                new ReceiptOrder(UUID.randomUUID(), Map.of("rice", new BigDecimal("7"))));
        expect(need, "to give 3, to carry 3, open 3, surplus 0");
        assertThat(found.disputed()).as("a disagreement stays visible").isTrue();
        assertThat(found.receipts()).hasSize(2);
        Gift gift = world.program.bean(Gifts.class).follow(pledge.code());
        assertThat(gift.steps())
                .extracting(Gift.Step::kind)
                .containsExactly("pledged", "delivered", "denied", "denied");
    }

    @Test
    @DisplayName("the ledger tells what several homes got as one sum")
    void theLedgerTellsWhatSeveralHomesGotAsOneSum() {
        DisasterId other = world.disaster();
        List<NeedId> homes = world.homes(other, "XA01", 7, "10");
        Delivery delivery = handOver(claims.take(team, lines(other, homes.subList(0, 6))), "60");
        Deliveries deliveries = world.program.bean(Deliveries.class);
        assertThat(deliveries.list(other, new Scope.Own(team), PageAsk.FIRST).items())
                .containsExactly(delivery);
        assertThat(deliveries.list(other, new Scope.Own(officer), PageAsk.FIRST).items())
                .as("somebody else's")
                .isEmpty();
        Ledger ledger = world.program.bean(Ledger.class);
        long before = ledger.last().orElseThrow().seq();
        Delivery said = receipts.byAccount(
                officer,
                delivery.id(),
                Delivery.Source.OFFICER,
                new ReceiptOrder(UUID.randomUUID(), Map.of("rice", new BigDecimal("14"))));
        assertThat(said.lines())
                .extracting(Delivery.Line::received)
                .extracting(Object::toString)
                .containsExactly("10.000", "4.000", "0.000", "0.000", "0.000", "0.000");
        var unused = handOver(claims.take(team, lines(other, homes.subList(6, 7))), "10");
        assertThat(ledger.list(before, 10))
                .extracting(entry -> entry.kind() + " " + entry.facts().get("goods"))
                .as("where homes are is not told")
                .containsExactly(
                        "received [{item=rice, quantity=14}]",
                        "denied [{item=rice, quantity=46}]",
                        "claimed [{item=rice, quantity=10}]",
                        "delivered [{item=rice, quantity=10}]");
    }

    @Test
    @DisplayName("random acts keep what is promised, and no balance falls below 0")
    void randomActsKeepWhatIsPromised() throws Exception {
        DisasterId other = world.disaster();
        List<NeedId> needs = new ArrayList<>(world.homes(other, "XA01", 6, "10"));
        needs.addAll(world.homes(other, "XA02", 6, "2.5"));
        RandomActs acts = new RandomActs(world, other, needs, 2020_10_18);
        atOnce(IntStream.range(0, 4)
                        .<Callable<Integer>>mapToObj(thread -> () -> acts.run(40, thread))
                        .toList())
                .forEach(outcome -> assertThat(outcome).isInstanceOf(Integer.class));
        assertThat(acts.done()).as("acts that were not refused").isGreaterThan(40);
        acts.requireThatNothingIsLost();
    }

    @Test
    @DisplayName("a commune of few households is never told by itself")
    void aCommuneOfFewHouseholdsIsNeverToldByItself() {
        DisasterId other = world.disaster();
        world.homes(other, "XA01", 7, "10");
        world.homes(other, "XA02", 2, "3");
        world.homes(other, "XA04", 5, "1");
        for (String commune : List.of("XA01", "XA02")) {
            PledgeOrder order = new PledgeOrder(UUID.randomUUID(), other, commune, "rice", new BigDecimal("100"), null);
            assertThatThrownBy(() -> pledges.promise(donor, order))
                    .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(
                                    Objects.requireNonNull(refused.problem().details()))
                            .containsEntry("commune", "XA01")
                            .containsEntry("left", new BigDecimal("76"))
                            .hasToString("{commune=XA01, item=rice, left=76, nearby=[{commune=XA04, full_name=Xã Số 4,"
                                    + " left=5}]}"));
        }
        Pledge pledge = pledges.promise(
                donor, new PledgeOrder(UUID.randomUUID(), other, "XA02", "rice", new BigDecimal("76"), null));
        assertThat(pledge.commune()).isEqualTo("XA01");
        assertThat(world.program.bean(Gifts.class).follow(pledge.code()).steps())
                .extracting(Gift.Step::commune)
                .containsExactly("XA01");
        assertThat(world.sum(other, "XA02", "to_give")).isZero();
    }

    private void expect(NeedId need, String balances) {
        assertThat(world.jdbc.sql("""
                                select format('to give %s, to carry %s, open %s, surplus %s', trim_scale(to_give),
                                              trim_scale(to_carry), trim_scale(open_quantity), trim_scale(surplus))
                                from need where id = ?""").param(need.value()).query(String.class).single())
                .isEqualTo(balances);
    }

    private Delivery handOver(Claim claim, String quantity) {
        return world.program
                .bean(Deliveries.class)
                .handOver(
                        team,
                        new DeliveryOrder(
                                UUID.randomUUID(),
                                claim.id(),
                                Instant.now(),
                                List.of(new Handed(null, null, "rice", new BigDecimal(quantity))),
                                null));
    }

    private Pledge promise(String commune, String quantity) {
        return pledges.promise(
                donor, new PledgeOrder(UUID.randomUUID(), flood, commune, "rice", new BigDecimal(quantity), null));
    }

    private static ClaimOrder lines(DisasterId disaster, List<NeedId> needs) {
        return new ClaimOrder(UUID.randomUUID(), disaster, new ClaimPlace.Lines(needs, null));
    }
}
