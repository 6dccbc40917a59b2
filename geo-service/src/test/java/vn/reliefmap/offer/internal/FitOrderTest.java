package vn.reliefmap.offer.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.reliefmap.cluster.CommuneNeeds;
import vn.reliefmap.cluster.ItemLack;
import vn.reliefmap.need.Urgency;
import vn.reliefmap.offer.Fits.Place;

/** FEATURE UNDER TEST: the order in which places are offered to somebody who can give. */
class FitOrderTest {
    private static CommuneNeeds commune(String code, @Nullable Urgency urgency, long open, long pledged) {
        ItemLack lack = new ItemLack(
                "rice",
                "rice",
                BigDecimal.valueOf(open + 10),
                BigDecimal.valueOf(pledged),
                BigDecimal.ZERO,
                BigDecimal.TEN,
                BigDecimal.valueOf(open),
                6,
                20);
        return new CommuneNeeds(
                code,
                "Xã " + code,
                List.of(),
                List.of(),
                false,
                6,
                20,
                urgency,
                Instant.EPOCH,
                Instant.EPOCH,
                List.of(lack));
    }

    private static List<String> codes(List<Place> places) {
        return places.stream().map(Place::code).toList();
    }

    @Test
    void theMoreUrgentStandsFirstThenWhoTakesAllThenWhoLacksMore() {
        List<CommuneNeeds> communes = List.of(
                commune("1", Urgency.NORMAL, 5000, 0),
                commune("2", Urgency.CRITICAL, 100, 0),
                commune("3", Urgency.CRITICAL, 900, 500),
                commune("4", Urgency.HIGH, 300, 0));
        List<Place> places = FitOrder.of(communes, "rice", BigDecimal.valueOf(200));
        assertThat(codes(places)).containsExactly("3", "2", "4", "1");
        assertThat(places.get(0).left()).isEqualTo("400");
        assertThat(places.get(0).takesAll()).isTrue();
        assertThat(places.get(1).takesAll()).isFalse();
    }

    @Test
    void whereAllIsPledgedNothingIsOffered() {
        List<CommuneNeeds> communes = List.of(
                commune("1", Urgency.CRITICAL, 500, 500),
                commune("2", Urgency.CRITICAL, 500, 700),
                commune("3", null, 0, 0),
                commune("4", Urgency.NORMAL, 500, 499));
        assertThat(codes(FitOrder.of(communes, "rice", null))).containsExactly("4");
        assertThat(FitOrder.of(communes, "tarp", null)).isEmpty();
    }

    /** LAW: who lacks no less and is no less urgent, and is ahead in one of them, never stands behind. */
    @Test
    void moreLackingAndMoreUrgentNeverRanksLower() {
        Random random = new Random(62);
        for (int round = 0; round < 500; round++) {
            List<CommuneNeeds> communes = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                communes.add(commune(
                        "c" + i,
                        Urgency.ofLevel(random.nextInt(3)),
                        random.nextInt(40) * 25L,
                        random.nextInt(20) * 25L));
            }
            Collections.shuffle(communes, random);
            BigDecimal quantity = random.nextBoolean() ? null : BigDecimal.valueOf(1 + random.nextInt(900));
            List<Place> places = FitOrder.of(communes, "rice", quantity);
            assertThat(places).allMatch(place -> place.left().signum() > 0);
            for (int i = 0; i < places.size(); i++) {
                for (int j = i + 1; j < places.size(); j++) {
                    Place ahead = places.get(i);
                    Place behind = places.get(j);
                    boolean noLess = behind.left().compareTo(ahead.left()) >= 0
                            && behind.urgency().level() >= ahead.urgency().level();
                    boolean more = behind.left().compareTo(ahead.left()) > 0
                            || behind.urgency().level() > ahead.urgency().level();
                    assertThat(noLess && more).as("%s before %s", ahead, behind).isFalse();
                }
            }
        }
    }

    @Test
    void theOrderDoesNotHangOnTheOrderOfTheSums() {
        List<CommuneNeeds> communes = new ArrayList<>(List.of(
                commune("1", Urgency.HIGH, 300, 0),
                commune("2", Urgency.HIGH, 300, 0),
                commune("3", Urgency.HIGH, 300, 0)));
        List<String> first = codes(FitOrder.of(communes, "rice", BigDecimal.ONE));
        Collections.reverse(communes);
        assertThat(codes(FitOrder.of(communes, "rice", BigDecimal.ONE))).isEqualTo(first);
    }
}
