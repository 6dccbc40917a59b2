package vn.reliefmap.flood.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.reliefmap.flood.internal.Strip.at;
import static vn.reliefmap.flood.internal.Strip.hour;
import static vn.reliefmap.flood.internal.Strip.line;
import static vn.reliefmap.flood.internal.Strip.picture;
import static vn.reliefmap.flood.internal.Strip.place;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import vn.reliefmap.flood.Water;
import vn.reliefmap.flood.Water.State;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.geo.Geometries;

/** Known answers for every rule of the domain facts, section 2: "Observations have a footprint". */
class MergeRulesTest {
    /** 0–40 with a hole 10–30 that leaves a rim above and below. */
    private static final Polygon STRIP_HOLE =
            Geometries.FACTORY.createPolygon(Strip.area(0, 40).getExteriorRing(), new LinearRing[] {
                Geometries.FACTORY
                        .createPolygon(new Coordinate[] {
                            new Coordinate(107.1, 16.02),
                            new Coordinate(107.3, 16.02),
                            new Coordinate(107.3, 16.08),
                            new Coordinate(107.1, 16.08),
                            new Coordinate(107.1, 16.02)
                        })
                        .getExteriorRing()
            });

    @Test
    void withoutAnyObservationEverythingIsUnobserved() {
        WaterPicture picture = picture(9);
        assertThat(picture.at(place(5))).isEqualTo(Water.NOWHERE_OBSERVED);
        assertThat(picture.along(line(0, 10))).isEqualTo(Water.NOWHERE_OBSERVED);
        assertThat(picture.newestObservedAt()).isNull();
        assertThat(picture.wetEnvelopes()).isEmpty();
    }

    @Test
    void insideAFootprintNoWaterIsDryAndOutsideIsUnobserved() {
        WaterPicture picture = picture(9, at(1).saw(0, 50).water(10, 20, 0.4));
        assertThat(picture.at(place(5))).isEqualTo(new Water(State.DRY, 0, hour(1)));
        assertThat(picture.at(place(15))).isEqualTo(new Water(State.WET, 0.4, hour(1)));
        assertThat(picture.at(place(60))).isEqualTo(Water.NOWHERE_OBSERVED);
    }

    @Test
    void whatIsObservedLaterThanTheMomentDoesNotCount() {
        WaterPicture picture = picture(2, at(1).saw(0, 50).water(10, 20, 0.4), at(3).saw(0, 50));
        assertThat(picture.at(place(15)).state()).isEqualTo(State.WET);
        assertThat(picture.newestObservedAt()).isEqualTo(hour(1));
        assertThat(picture(3, at(3).saw(0, 50)).at(place(15)).state()).isEqualTo(State.DRY);
    }

    @Test
    void theNewestFootprintDriesWhatWasWetOnlyInside() {
        WaterPicture picture = picture(9, at(1).saw(0, 50).water(10, 30, 0.4), at(3).saw(0, 20));
        assertThat(picture.at(place(15))).isEqualTo(new Water(State.DRY, 0, hour(3)));
        assertThat(picture.at(place(25))).isEqualTo(new Water(State.WET, 0.4, hour(1)));
        assertThat(picture.along(line(12, 18)).state()).isEqualTo(State.DRY);
        assertThat(picture.along(line(12, 28)).depthM()).isEqualTo(0.4);
    }

    @Test
    void aLaterExtentWithoutDepthDoesNotEraseDepths() {
        WaterPicture picture = picture(
                9, at(1).saw(0, 50).water(10, 20, 0.4), at(3).saw(15, 50).waterOfUnknownDepth(15, 30));
        assertThat(picture.at(place(17))).isEqualTo(new Water(State.WET, 0.4, hour(3)));
        assertThat(picture.at(place(12))).isEqualTo(new Water(State.WET, 0.4, hour(1)));
        // 20–30 was dry at hour 1: whatever stands there now is new water, and nobody measured it.
        assertThat(picture.at(place(25))).isEqualTo(new Water(State.UNKNOWN, 0, hour(3)));
    }

    @Test
    void theNewestDepthWinsOverAnOlderDeeperOne() {
        WaterPicture picture = picture(
                9,
                at(1).saw(0, 50).water(10, 20, 2.5),
                at(2).saw(0, 50).water(10, 20, 0.5),
                at(3).saw(0, 50).waterOfUnknownDepth(10, 20));
        assertThat(picture.at(place(15)).depthM()).isEqualTo(0.5);
    }

    @Test
    void aDepthFromBeforeADryLookIsNotTheDepthOfNewWater() {
        WaterPicture picture = picture(
                9,
                at(1).saw(0, 50).water(10, 20, 0.2),
                at(2).saw(0, 50),
                at(3).saw(0, 50).waterOfUnknownDepth(10, 20));
        assertThat(picture.at(place(15)).state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void withinOneObservationTheDeepestOfOverlappingWaterCounts() {
        WaterPicture picture = picture(
                9, at(1).saw(0, 50).water(10, 20, 0.2).water(15, 25, 0.9).waterOfUnknownDepth(18, 30));
        assertThat(picture.at(place(12)).depthM()).isEqualTo(0.2);
        assertThat(picture.at(place(17)).depthM()).isEqualTo(0.9);
        assertThat(picture.at(place(19)).depthM()).isEqualTo(0.9);
        assertThat(picture.at(place(28)).state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void depthZeroSaysThatThePlaceIsDry() {
        WaterPicture picture = picture(9, at(1).saw(0, 50).water(10, 20, 0.7), at(2).water(10, 20, 0));
        assertThat(picture.at(place(15))).isEqualTo(new Water(State.DRY, 0, hour(2)));
        assertThat(picture.along(line(11, 19)).state()).isEqualTo(State.DRY);
    }

    @Test
    void waterOutsideItsOwnFootprintIsStillWater() {
        WaterPicture picture = picture(9, at(1).saw(0, 20).water(30, 40, 0.4));
        assertThat(picture.at(place(35)).state()).isEqualTo(State.WET);
        assertThat(picture.at(place(25)).state()).isEqualTo(State.UNOBSERVED);
    }

    @Test
    void atTheSameTimeAnObservationComesBeforeAForecast() {
        WaterPicture picture = picture(
                9,
                at(3).saw(0, 50).water(10, 20, 1.5).forecast(),
                at(3).saw(0, 50).water(10, 20, 0.3));
        assertThat(picture.at(place(15)).depthM()).isEqualTo(0.3);
        assertThat(picture.forecast()).isFalse();
        assertThat(picture(9, at(3).saw(0, 5).forecast()).forecast()).isTrue();
    }

    @Test
    void aLineTakesTheDeepestOfItsParts() {
        WaterPicture picture = picture(
                9, at(1).saw(0, 50).water(10, 20, 0.2).water(20, 30, 0.8).water(30, 40, 0.5));
        assertThat(picture.along(line(0, 50))).isEqualTo(new Water(State.WET, 0.8, hour(1)));
        assertThat(picture.along(line(0, 5, 12, 18))).isEqualTo(new Water(State.WET, 0.2, hour(1)));
        assertThat(picture.along(line(50, 38))).isEqualTo(new Water(State.WET, 0.5, hour(1)));
    }

    @Test
    void oneUnknownPartMakesTheLineUnknownAndKeepsTheDepthBesideIt() {
        WaterPicture picture = picture(9, at(1).saw(0, 50).water(10, 20, 0.2).waterOfUnknownDepth(30, 30.001));
        assertThat(picture.along(line(0, 50))).isEqualTo(new Water(State.UNKNOWN, 0.2, hour(1)));
    }

    @Test
    void aLineThatWasNotSeenAllAlongIsNotCalledDry() {
        WaterPicture picture = picture(9, at(1).saw(0, 50).water(10, 20, 0.2));
        assertThat(picture.along(line(40, 60))).isEqualTo(Water.NOWHERE_OBSERVED);
        assertThat(picture.along(line(15, 60)).state()).isEqualTo(State.WET);
        assertThat(picture.along(line(40, 50)).state()).isEqualTo(State.DRY);
    }

    @Test
    void touchingTheWaterAtAPointIsNotWetButRunningAlongItsEdgeIs() {
        WaterPicture picture = picture(9, at(1).saw(0, 50).water(10, 20, 0.4));
        assertThat(picture.along(line(0, 10)).state()).isEqualTo(State.DRY);
        assertThat(picture.along(line(20, 30)).state()).isEqualTo(State.DRY);
        assertThat(picture.along(line(0, 10, 0)).state()).isEqualTo(State.DRY);
        assertThat(picture.along(line(0, 10.0001)).state()).isEqualTo(State.WET);
        var edge = Geometries.FACTORY.createLineString(
                new Coordinate[] {new Coordinate(107.12, 16.1), new Coordinate(107.18, 16.1)});
        assertThat(picture.along(edge).state()).isEqualTo(State.WET);
    }

    @Test
    void aLineWithoutLengthIsAPlace() {
        WaterPicture picture = picture(9, at(1).saw(0, 50).water(10, 20, 0.4));
        assertThat(picture.along(line(15, 15)).depthM()).isEqualTo(0.4);
        assertThat(picture.along(Geometries.FACTORY.createLineString())).isEqualTo(Water.NOWHERE_OBSERVED);
    }

    @Test
    void aHoleIsDryAndTheIslandsPondInItIsWet() {
        Observation observation = new Observation(
                new UUID(0, 1),
                hour(1),
                false,
                hour(1),
                Geometries.multiPolygon(Strip.area(0, 50)),
                List.of(new Observation.Face(STRIP_HOLE, 1), new Observation.Face(Strip.area(15, 20), 0.5)));
        WaterPicture picture = new MergedPicture(Strip.DISASTER, hour(1), List.of(observation), Ground.NONE);
        assertThat(picture.along(line(11, 14)).state()).isEqualTo(State.DRY);
        assertThat(picture.along(line(11, 24)).depthM()).isEqualTo(0.5);
    }

    @Test
    void nothingIsWetOutsideTheWetBoxes() {
        WaterPicture picture = picture(
                9,
                at(1).saw(0, 50).water(10, 20, 0.2).waterOfUnknownDepth(30, 35),
                at(2).saw(0, 25).water(12, 14, 0.3));
        assertThat(picture.wetEnvelopes()).hasSize(2);
        for (double x = 0.05; x < 60; x += 0.1) {
            Coordinate c = place(x);
            if (picture.wetEnvelopes().stream().noneMatch(e -> e.contains(c))) {
                assertThat(picture.at(c).state()).isLessThan(State.WET);
            }
        }
    }
}
