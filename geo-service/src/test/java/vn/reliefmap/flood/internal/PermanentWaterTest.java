package vn.reliefmap.flood.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.reliefmap.flood.internal.Strip.area;
import static vn.reliefmap.flood.internal.Strip.at;
import static vn.reliefmap.flood.internal.Strip.hour;
import static vn.reliefmap.flood.internal.Strip.line;
import static vn.reliefmap.flood.internal.Strip.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Polygon;
import vn.reliefmap.flood.Water;
import vn.reliefmap.flood.Water.State;
import vn.reliefmap.flood.WaterPicture;

/** A river lies at 20–30 all year (domain facts, section 2: "Permanent water is subtracted from floods"). */
class PermanentWaterTest {
    private static final Ground RIVER = ground(new PermanentWater(List.of(area(20, 30))));

    private static Ground ground(PermanentWater permanent) {
        return new Ground(permanent, Elevation.NONE);
    }

    private static WaterPicture picture(Strip.Look... looks) {
        List<Observation> observations = new ArrayList<>();
        for (Strip.Look look : looks) {
            observations.add(look.observation());
        }
        return new MergedPicture(Strip.DISASTER, hour(9), observations, RIVER);
    }

    @Test
    void aDelineationOfTheRiverAloneIsNoFlood() {
        WaterPicture picture = picture(at(1).saw(0, 50).waterOfUnknownDepth(20, 30));
        assertThat(picture.floodAt(place(25))).isEqualTo(Water.NOWHERE_OBSERVED);
        assertThat(picture.floodAlong(line(10, 40)).state()).isEqualTo(State.DRY);
        assertThat(picture.at(place(25)).state()).as("as it was seen").isEqualTo(State.UNKNOWN);
        assertThat(picture.along(line(10, 40)).state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void aRoadWhoseBankIsUnderWaterStaysUnderWater() {
        WaterPicture picture = picture(at(1).saw(0, 50).water(20, 31, 2.5));
        assertThat(picture.floodAt(place(30.5)).depthM()).isEqualTo(2.5);
        assertThat(picture.floodAlong(line(25, 40))).isEqualTo(new Water(State.WET, 2.5, hour(1)));
        assertThat(picture.floodAlong(line(15, 28)).state())
                .as("its only bank is dry")
                .isEqualTo(State.DRY);
    }

    @Test
    void theDepthOfTheRiverIsNotTheDepthOfTheBank() {
        WaterPicture picture = picture(at(1).saw(0, 50).water(20, 30, 6).water(30, 40, 0.2));
        assertThat(picture.along(line(10, 50)).depthM()).isEqualTo(6);
        assertThat(picture.floodAlong(line(10, 50)).depthM()).isEqualTo(0.2);
    }

    @Test
    void aRoadThatIsNowhereAshoreKeepsWhatWasSeen() {
        WaterPicture picture = picture(at(1).saw(0, 50).water(10, 40, 0.7));
        assertThat(picture.floodAlong(line(21, 29)).depthM()).isEqualTo(0.7);
        assertThat(picture.floodAlong(line(21, 29, 22)).depthM()).isEqualTo(0.7);
    }

    @Test
    void theShoreIsLandAndWhereNobodyLookedNothingIsSaid() {
        assertThat(picture(at(1).saw(0, 50).water(20, 30, 3)).floodAt(place(30)).state())
                .as("a bridge from bank to bank, under the river alone")
                .isEqualTo(State.DRY);
        WaterPicture picture = picture(at(1).saw(0, 24).water(18, 22, 0.4));
        assertThat(picture.floodAt(place(20)).depthM()).isEqualTo(0.4);
        assertThat(picture.floodAt(place(28))).isEqualTo(Water.NOWHERE_OBSERVED);
        assertThat(picture.floodAlong(line(26, 40))).isEqualTo(Water.NOWHERE_OBSERVED);
    }

    @Test
    void otherPermanentWaterIsAChangeThatNobodyKnows() {
        Observation seen = at(1).saw(0, 50).water(10, 40, 0.7).observation();
        MergedPicture before = new MergedPicture(Strip.DISASTER, hour(9), List.of(seen), Ground.NONE);
        MergedPicture after = new MergedPicture(Strip.DISASTER, hour(9), List.of(seen), RIVER);
        assertThat(after.changesSince(before)).isEmpty();
        assertThat(new MergedPicture(Strip.DISASTER, hour(9), List.of(seen), RIVER).changesSince(after))
                .hasValue(List.of());
    }

    /** Rivers, ponds and floods at random places: what is taken away is never more than what was seen, and never what is ashore. */
    @Test
    void deeperWaterIsNeverAShallowerFlood() {
        Random random = new Random(185);
        int taken = 0;
        for (int round = 0; round < 400; round++) {
            List<Polygon> rivers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                double from = random.nextDouble() * 90;
                rivers.add(area(from, from + 1 + random.nextDouble() * 9));
            }
            PermanentWater permanent = new PermanentWater(rivers);
            Strip.Look shallow = at(1).saw(0, 100);
            Strip.Look deep = at(1).saw(0, 100);
            for (int i = 0; i < 5; i++) {
                double from = random.nextDouble() * 90;
                double to = from + random.nextDouble() * 10;
                double depthM = random.nextDouble();
                shallow.water(from, to, depthM);
                deep.water(from, to, depthM + random.nextDouble());
            }
            deep.waterOfUnknownDepth(50, 50 + random.nextDouble() * 30);
            WaterPicture less =
                    new MergedPicture(Strip.DISASTER, hour(9), List.of(shallow.observation()), ground(permanent));
            WaterPicture more =
                    new MergedPicture(Strip.DISASTER, hour(9), List.of(deep.observation()), ground(permanent));
            for (int i = 0; i < 20; i++) {
                double from = random.nextDouble() * 100;
                double to = from + random.nextDouble() * 20 - 10;
                Water flood = less.floodAlong(line(from, to));
                Water deeper = more.floodAlong(line(from, to));
                assertThat(deeper.state()).isGreaterThanOrEqualTo(flood.state());
                if (deeper.state() == State.WET) {
                    assertThat(deeper.depthM()).isGreaterThanOrEqualTo(flood.depthM());
                }
                Water seen = less.along(line(from, to));
                assertThat(flood.depthM()).isLessThanOrEqualTo(seen.depthM());
                taken += flood.equals(seen) ? 0 : 1;
                Water here = less.floodAt(place(from));
                assertThat(here.depthM())
                        .isEqualTo(
                                permanent.holds(place(from))
                                        ? 0
                                        : less.at(place(from)).depthM());
            }
        }
        assertThat(taken).isPositive();
    }
}
