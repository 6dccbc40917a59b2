package vn.reliefmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.reliefmap.PromiseWorld.atOnce;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.reliefmap.cluster.DeliveryZones;
import vn.reliefmap.cluster.Publications;
import vn.reliefmap.cluster.ZoneReport;
import vn.reliefmap.commitment.Claim;
import vn.reliefmap.commitment.ClaimOrder;
import vn.reliefmap.commitment.ClaimPlace;
import vn.reliefmap.commitment.Claims;
import vn.reliefmap.commitment.Ended;
import vn.reliefmap.commitment.Gift;
import vn.reliefmap.commitment.Gifts;
import vn.reliefmap.commitment.Pledge;
import vn.reliefmap.commitment.PledgeOrder;
import vn.reliefmap.commitment.PledgePlace;
import vn.reliefmap.commitment.Pledges;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.NeedId;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.ledger.Ledger;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.store.Topic;

/** FEATURE UNDER TEST: claims and pledges of whole delivery zones. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ZonePromisesTest {
    @TempDir
    static Path home = Path.of("target");

    private final PromiseWorld world = new PromiseWorld(home);
    private final Pledges pledges = world.program.bean(Pledges.class);
    private final Claims claims = world.program.bean(Claims.class);
    private final UUID donor = world.account(Caller.DONOR).id();

    @AfterAll
    void theChainHoldsAndStop() {
        assertThat(world.program.bean(Ledger.class).verify().fault()).isNull();
        world.close();
    }

    @Test
    @DisplayName("20 teams claim one zone at once, exactly one wins")
    void twentyTeamsClaimOneZoneAtOnceExactlyOneWins() throws Exception {
        world.roads();
        DisasterId other = world.disaster();
        world.homes(other, "XA01", 12, "10");
        Instant now = Instant.now();
        Disaster disaster = world.program.bean(Disasters.class).get(other);
        ZoneReport.Zone zone = world.program
                .bean(DeliveryZones.class)
                .exact(disaster, VehicleClass.TRUCK, now)
                .zones()
                .get(0);
        assertThat(zone.members()).hasSize(12);
        ClaimPlace place = new ClaimPlace.Zone(zone.id(), VehicleClass.TRUCK, now);
        List<Callable<Claim>> acts = IntStream.range(0, 20)
                .mapToObj(i -> world.account(Caller.TEAM).id())
                .<Callable<Claim>>map(team -> () -> claims.take(team, new ClaimOrder(UUID.randomUUID(), other, place)))
                .toList();
        List<Object> outcomes = atOnce(acts);
        assertThat(outcomes.stream().filter(Claim.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream().filter(ProblemException.class::isInstance))
                .hasSize(19)
                .allSatisfy(refused -> assertThat(
                                ((ProblemException) refused).problem().code())
                        .isEqualTo("NOTHING_LEFT"));
        world.tell(Topic.NEEDS);
        assertThatThrownBy(() -> claims.take(donor, new ClaimOrder(UUID.randomUUID(), other, place)))
                .hasMessageContaining("ZONE_CHANGED");
        assertThat(world.sum(other, "XA01", "claimed")).isEqualByComparingTo("120");
        assertThat(world.sum(other, "XA01", "to_carry")).isZero();
    }

    @Test
    @DisplayName("a pledge to a delivery zone is spread over it, and more than is left is refused")
    void aPledgeToAZone() throws Exception {
        world.roads();
        DisasterId other = world.disaster();
        List<NeedId> needs = world.homes(other, "XA01", 12, "10");
        Instant now = Instant.now();
        ZoneReport.Zone zone = world.program
                .bean(DeliveryZones.class)
                .exact(world.program.bean(Disasters.class).get(other), VehicleClass.TRUCK, now)
                .zones()
                .get(0);
        PledgePlace place = new PledgePlace.Zone(zone.id(), VehicleClass.TRUCK, now);
        assertThatThrownBy(() -> pledges.promise(donor, zonePledge(other, place, "120.5")))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem().code()).isEqualTo("MORE_THAN_LEFT");
                    assertThat(refused.problem().vi()).contains("Vùng giao hàng " + zone.id(), "120");
                    assertThat(Objects.requireNonNull(refused.problem().details()))
                            .containsEntry("zone", zone.id())
                            .containsEntry("left", new BigDecimal("120"))
                            .hasEntrySatisfying("nearby", nearby -> assertThat(nearby.toString())
                                    .contains("XA01"));
                });
        Pledge pledge = pledges.promise(donor, zonePledge(other, place, "30"));
        assertThat(pledge.zone()).isEqualTo(zone.id());
        assertThat(pledge.commune()).isEqualTo("XA01");
        assertThat(world.jdbc
                        .sql("select max(pledged) - min(pledged) from need where disaster_id = ?")
                        .param(other.value())
                        .query(BigDecimal.class)
                        .single())
                .as("twelve homes, thirty kilograms: two or three for each")
                .isLessThanOrEqualTo(BigDecimal.ONE);
        assertThat(world.sum(other, "XA01", "pledged")).isEqualByComparingTo("30");
        assertThat(needs).hasSize(12);
        Gift gift = world.program.bean(Gifts.class).follow(pledge.code());
        assertThat(gift.steps()).extracting(Gift.Step::commune).containsOnlyNulls();
        assertThat(pledges.withdraw(pledge.id()).term().why()).isEqualTo(Ended.WITHDRAWN);
        assertThatThrownBy(() -> pledges.promise(
                        donor, zonePledge(other, new PledgePlace.Zone("z00", VehicleClass.TRUCK, now), "1")))
                .hasMessageContaining("ZONE_CHANGED");
    }

    @Test
    @DisplayName("a zone of few real households cannot be promised to")
    void aZoneOfFewHouseholdsCannotBePromisedTo() throws Exception {
        DisasterId real = realHomes("Lũ ít nhà", 4);
        PledgePlace place = onlyZone(real);
        assertThatThrownBy(() -> pledges.promise(donor, zonePledge(real, place, "1")))
                .hasMessageContaining("ZONE_CHANGED");
    }

    /** Zones for other vehicles hold nearly the same homes: exact refusals could be subtracted from each other. */
    @Test
    @DisplayName("what is left of a zone of real homes is told rounded")
    void whatIsLeftOfAZoneOfRealHomesIsToldRounded() throws Exception {
        DisasterId real = realHomes("Lũ bảy nhà", 7);
        PledgePlace place = onlyZone(real);
        assertThatThrownBy(() -> pledges.promise(donor, zonePledge(real, place, "1000")))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem().code()).isEqualTo("MORE_THAN_LEFT");
                    assertThat(refused.problem().vi()).contains("50 kg gạo (làm tròn xuống)");
                    assertThat(Objects.requireNonNull(refused.problem().details()))
                            .containsEntry("left", new BigDecimal("50"));
                });
        assertThat(pledges.promise(donor, zonePledge(real, place, "50"))
                        .progress()
                        .promised())
                .isEqualByComparingTo("50");
    }

    /** Homes in need of ten kilograms each, which everyone was told of, and a depot of their world. */
    private DisasterId realHomes(String name, int homes) {
        world.roads();
        DisasterId real = world.program
                .bean(Disasters.class)
                .open(name, false, Instant.parse("2020-10-18T00:00:00Z"))
                .id();
        world.homes(real, "XA01", homes, "10");
        world.jdbc
                .sql(
                        "update household set simulated = false where id in (select household_id from need where disaster_id = ?)")
                .param(real.value())
                .update();
        world.jdbc.sql("""
                insert into depot (id, ref, name, simulated, place)
                select gen_random_uuid(), 'T', 'Kho', false, place from depot where ref = 'K' on conflict do nothing""").update();
        world.tell(Topic.SUPPLY);
        world.tell(Topic.HOUSEHOLDS);
        world.tell(Topic.NEEDS);
        world.program.bean(Publications.class).publish(real);
        world.tell(Topic.PUBLISHED);
        return real;
    }

    private PledgePlace onlyZone(DisasterId disaster) {
        Instant now = Instant.now();
        List<ZoneReport.Zone> zones = world.program
                .bean(DeliveryZones.class)
                .exact(world.program.bean(Disasters.class).get(disaster), VehicleClass.TRUCK, now)
                .zones();
        assertThat(zones).hasSize(1);
        return new PledgePlace.Zone(zones.get(0).id(), VehicleClass.TRUCK, now);
    }

    private static PledgeOrder zonePledge(DisasterId disaster, PledgePlace place, String quantity) {
        return new PledgeOrder(UUID.randomUUID(), disaster, place, "rice", new BigDecimal(quantity), null);
    }
}
