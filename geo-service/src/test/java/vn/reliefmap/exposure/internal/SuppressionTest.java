package vn.reliefmap.exposure.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.reliefmap.exposure.AreaExposure;
import vn.reliefmap.exposure.Count;
import vn.reliefmap.exposure.ExposureReport;
import vn.reliefmap.exposure.ExposureReport.Cell;
import vn.reliefmap.flood.DepthClass;

class SuppressionTest {
    @Test
    void aSmallCommuneIsToldTogetherWithASecondOne() {
        ExposureReport told = Suppression.of(report(area("A", 100, 20), area("B", 3, 0), area("C", 50, 10)));
        assertThat(codes(told)).containsExactly("A");
        assertThat(told.suppressed()).isEqualTo(new ExposureReport.Joined(2, count(53), count(10), Count.NONE));
    }

    @Test
    void aCommuneWithFewInOrOutOfTheWaterIsSmall() {
        assertThat(Suppression.small(area("A", 100, 3))).isTrue();
        assertThat(Suppression.small(area("A", 100, 97))).isTrue();
        assertThat(Suppression.small(area("A", 100, 0))).isFalse();
        assertThat(Suppression.small(area("A", 100, 100))).isFalse();
        assertThat(Suppression.small(area("A", 4, 4))).isTrue();
        Count vulnerable = new Count(9, 30, 1);
        assertThat(Suppression.small(new AreaExposure("A", "A", count(100), vulnerable, Count.NONE, 1.0)))
                .isTrue();
    }

    @Test
    void largeCommunesAreAllShown() {
        ExposureReport exact = report(area("A", 100, 20), area("B", 50, 0));
        ExposureReport told = Suppression.of(exact);
        assertThat(codes(told)).containsExactly("A", "B");
        assertThat(told.suppressed()).isNull();
        assertThat(told.total()).isEqualTo(exact.total());
    }

    @Test
    void threeHousesInTheWaterOfTheWholeDisasterAreNotCounted() {
        ExposureReport told =
                Suppression.of(report(area("A", 100, 0), area("B", 80, 3), area("C", 50, 0), area("D", 70, 0)));
        assertThat(told.total().inWater()).isNull();
        assertThat(told.total().all()).isEqualTo(count(300));
        assertThat(told.byDepth().values()).allMatch(c -> c.count() == null);
        assertThat(codes(told)).containsExactly("A", "D");
        assertThat(told.suppressed()).isEqualTo(new ExposureReport.Joined(2, count(130), null, null));
    }

    /** Whatever is shown, nothing under five households can be read off or subtracted. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25})
    void noSubtractionGivesAFewHouseholdsAway(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            AreaExposure[] areas = new AreaExposure[1 + random.nextInt(8)];
            for (int i = 0; i < areas.length; i++) {
                int all = 1 + random.nextInt(random.nextBoolean() ? 8 : 200);
                int wet = random.nextInt(3) == 0 ? 0 : random.nextInt(all + 1);
                areas[i] = area("C" + i, all, wet);
            }
            ExposureReport exact = report(areas);
            ExposureReport told = Suppression.of(exact);
            told.communes().forEach(a -> assertThat(Suppression.small(a)).isFalse());
            int hiddenCommunes = areas.length - told.communes().size();
            assertThat(hiddenCommunes).isNotEqualTo(told.suppressed() == null ? -1 : 1);
            rest(
                    told.total().all(),
                    told.communes().stream().map(AreaExposure::all).toList());
            rest(
                    told.total().inWater(),
                    told.communes().stream().map(AreaExposure::inWater).toList());
            ExposureReport.Joined joined = told.suppressed();
            if (joined != null) {
                assertThat(joined.communes()).isGreaterThan(1).isEqualTo(hiddenCommunes);
                fine(joined.all().households());
                Count joinedWater = joined.inWater();
                if (joinedWater != null) {
                    fine(joinedWater.households());
                    fine(joined.all().households() - joinedWater.households());
                }
            }
            classesHideTheirSmallOnes(told);
        }
    }

    private static void classesHideTheirSmallOnes(ExposureReport told) {
        List<Count> shown = new ArrayList<>();
        told.byDepth().values().forEach(cell -> {
            Count count = cell.count();
            if (count != null) {
                fine(count.households());
                shown.add(count);
            }
        });
        if (shown.size() < told.byDepth().size()) {
            rest(told.total().inWater(), shown);
        }
    }

    /** What a reader can find by taking the shown ones from the total. */
    private static void rest(@Nullable Count total, List<Count> shown) {
        if (total != null) {
            fine(total.households()
                    - shown.stream().mapToLong(Count::households).sum());
        }
    }

    private static void fine(long households) {
        assertThat(households == 0 || households >= 5)
                .as("%s households", households)
                .isTrue();
    }

    private static List<@Nullable String> codes(ExposureReport report) {
        List<@Nullable String> codes = new ArrayList<>();
        report.communes().forEach(a -> codes.add(a.code()));
        return codes;
    }

    private static Count count(long households) {
        return new Count(households, 4 * households, 0);
    }

    private static AreaExposure area(String code, int all, int inWater) {
        return new AreaExposure(code, code, count(all), count(inWater), Count.NONE, inWater > 0 ? 0.5 : null);
    }

    private static ExposureReport report(AreaExposure... communes) {
        Count all = Count.NONE;
        Count inWater = Count.NONE;
        for (AreaExposure a : communes) {
            all = all.plus(a.all());
            inWater = inWater.plus(a.inWater());
        }
        Map<DepthClass, Cell> byDepth = new EnumMap<>(DepthClass.class);
        long d1 = inWater.households() / 3;
        byDepth.put(DepthClass.D1, new Cell(count(d1)));
        byDepth.put(DepthClass.D2, new Cell(count(inWater.households() - d1)));
        byDepth.put(DepthClass.D3, new Cell(Count.NONE));
        return new ExposureReport(
                Instant.EPOCH,
                Instant.EPOCH,
                false,
                new ExposureReport.Total(all, inWater, Count.NONE),
                byDepth,
                List.of(communes),
                null,
                new AreaExposure(null, null, Count.NONE, Count.NONE, Count.NONE, null));
    }
}
