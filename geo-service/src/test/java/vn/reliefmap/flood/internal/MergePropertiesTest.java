package vn.reliefmap.flood.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.reliefmap.flood.internal.Strip.at;
import static vn.reliefmap.flood.internal.Strip.line;
import static vn.reliefmap.flood.internal.Strip.place;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Point;
import vn.reliefmap.flood.DepthClass;
import vn.reliefmap.flood.Water;
import vn.reliefmap.flood.Water.State;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.flood.internal.Strip.Look;
import vn.reliefmap.geo.Geometries;

/** Truths about any water, tried on many made-up floods; the seed of a failure is its parameter. */
class MergePropertiesTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void moreWaterNeverMakesAPlaceDrier(long seed) {
        Random random = new Random(seed);
        Look[] looks = randomLooks(random);
        WaterPicture before = Strip.picture(99, looks);
        double from = random.nextInt(90);
        looks[looks.length - 1].water(from, from + 1 + random.nextInt(20), 3);
        WaterPicture after = Strip.picture(99, looks);
        for (double x = 0.25; x < 110; x += 0.5) {
            Water was = before.at(place(x));
            Water is = after.at(place(x));
            if (was.state() == State.WET || was.state() == State.UNKNOWN) {
                assertThat(is.state()).as("place %s", x).isGreaterThanOrEqualTo(State.WET);
            }
            assertThat(is.depthM()).as("place %s", x).isGreaterThanOrEqualTo(was.depthM());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void aLineIsAsWetAsTheWorstOfItsPlaces(long seed) {
        Random random = new Random(seed);
        WaterPicture picture = Strip.picture(99, randomLooks(random));
        for (int i = 0; i < 50; i++) {
            double from = random.nextInt(100) + 0.5;
            double to = random.nextInt(100) + 0.5;
            Water along = picture.along(line(from, (from + to) / 2, to));
            State worst = State.UNOBSERVED;
            boolean unobserved = false;
            double deepestM = 0;
            // All edges stand at whole numbers, so the halves see every piece.
            for (double x = Math.min(from, to); x <= Math.max(from, to); x += 0.5) {
                if (x == Math.rint(x)) {
                    continue;
                }
                Water here = picture.at(place(x));
                unobserved |= here.state() == State.UNOBSERVED;
                worst = here.state().compareTo(worst) > 0 ? here.state() : worst;
                deepestM = Math.max(deepestM, here.depthM());
            }
            State expected = worst == State.DRY && unobserved ? State.UNOBSERVED : worst;
            assertThat(along.state()).as("%s to %s", from, to).isEqualTo(expected);
            assertThat(along.depthM()).as("%s to %s", from, to).isEqualTo(deepestM);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theOrderInWhichObservationsArriveDoesNotMatter(long seed) {
        Random random = new Random(seed);
        List<Observation> observations = new ArrayList<>();
        for (Look look : randomLooks(random)) {
            observations.add(look.observation());
        }
        WaterPicture straight = new MergedPicture(Strip.DISASTER, Strip.hour(99), observations, Ground.NONE);
        Collections.shuffle(observations, random);
        WaterPicture shuffled = new MergedPicture(Strip.DISASTER, Strip.hour(99), observations, Ground.NONE);
        for (double x = 0.25; x < 110; x += 0.5) {
            assertThat(shuffled.at(place(x))).isEqualTo(straight.at(place(x)));
        }
    }

    /** Two ways to the same truth: areas cut by overlay, and places asked one by one. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25})
    void whatIsDrawnIsWhatThePlacesSay(long seed) {
        MergedPicture picture = Strip.picture(99, randomLooks(new Random(seed)));
        MergedFaces faces = MergedFaces.of(picture);
        for (double x = 0.25; x < 110; x += 0.5) {
            Point place = Geometries.FACTORY.createPoint(place(x));
            List<DepthClass> drawn = faces.water().entrySet().stream()
                    .filter(e -> e.getValue().covers(place))
                    .map(Map.Entry::getKey)
                    .toList();
            Water water = picture.at(place(x));
            DepthClass said = DepthClass.of(water);
            assertThat(drawn).as("place %s", x).isEqualTo(said == null ? List.of() : List.of(said));
            assertThat(faces.seen().covers(place)).as("place %s", x).isEqualTo(water.state() != State.UNOBSERVED);
        }
    }

    private static Look[] randomLooks(Random random) {
        Look[] looks = new Look[1 + random.nextInt(4)];
        for (int i = 0; i < looks.length; i++) {
            int from = random.nextInt(60);
            looks[i] = at(i).saw(from, from + 5 + random.nextInt(50));
            for (int k = random.nextInt(6); k > 0; k--) {
                int a = random.nextInt(90);
                int b = a + 1 + random.nextInt(15);
                if (random.nextBoolean()) {
                    looks[i].water(a, b, random.nextInt(20) / 10.0);
                } else {
                    looks[i].waterOfUnknownDepth(a, b);
                }
            }
        }
        return looks;
    }
}
