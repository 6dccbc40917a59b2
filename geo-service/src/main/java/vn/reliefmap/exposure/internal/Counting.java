package vn.reliefmap.exposure.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import vn.reliefmap.exposure.AreaExposure;
import vn.reliefmap.exposure.Count;
import vn.reliefmap.exposure.ExposureReport;
import vn.reliefmap.flood.DepthClass;
import vn.reliefmap.flood.Water;
import vn.reliefmap.flood.WaterPicture;

/** Puts every household into the water of one picture, once. About two microseconds for each in or near the water. */
final class Counting {
    private static final Comparator<AreaExposure> WORST_FIRST = Comparator.comparingLong(
                    (AreaExposure a) -> -a.inWater().people())
            .thenComparing(a -> String.valueOf(a.fullName()))
            .thenComparing(a -> String.valueOf(a.code()));

    private Counting() {}

    static ExposureReport count(HouseholdColumns households, WaterPicture picture, UnaryOperator<String> fullName) {
        int outsidePlace = households.codes().size();
        Tally[] tallies = new Tally[outsidePlace + 1];
        for (int i = 0; i < tallies.length; i++) {
            tallies[i] = new Tally();
        }
        Tally total = new Tally();
        Map<DepthClass, Tally> byDepth = new EnumMap<>(DepthClass.class);
        for (DepthClass c : DepthClass.values()) {
            byDepth.put(c, new Tally());
        }
        Envelope wet = new Envelope();
        picture.wetEnvelopes().forEach(wet::expandToInclude);
        Coordinate place = new Coordinate();
        for (int i = 0; i < households.size(); i++) {
            place.x = households.lon(i);
            place.y = households.lat(i);
            Water water = wet.contains(place) ? picture.floodAt(place) : Water.NOWHERE_OBSERVED;
            DepthClass depthClass = DepthClass.of(water);
            int commune = households.commune(i);
            Tally area = tallies[commune < 0 ? outsidePlace : commune];
            area.add(households.people(i), households.vulnerablePeople(i), depthClass, water);
            total.add(households.people(i), households.vulnerablePeople(i), depthClass, water);
            if (depthClass != null) {
                Tally ofClass = byDepth.get(depthClass);
                if (ofClass != null) {
                    ofClass.add(households.people(i), households.vulnerablePeople(i), null, water);
                }
            }
        }
        List<AreaExposure> communes = new ArrayList<>();
        for (int i = 0; i < outsidePlace; i++) {
            String code = households.codes().get(i);
            communes.add(tallies[i].area(code, fullName.apply(code)));
        }
        communes.sort(WORST_FIRST);
        Map<DepthClass, ExposureReport.Cell> classes = new EnumMap<>(DepthClass.class);
        byDepth.forEach((c, tally) -> classes.put(c, new ExposureReport.Cell(tally.all.count())));
        AreaExposure sum = total.area(null, null);
        return new ExposureReport(
                picture.at(),
                picture.newestObservedAt(),
                picture.forecast(),
                new ExposureReport.Total(sum.all(), sum.inWater(), sum.unknownDepth()),
                classes,
                List.copyOf(communes),
                null,
                tallies[outsidePlace].area(null, null));
    }

    private static final class Sum {
        private long households;
        private long people;
        private long vulnerable;

        void add(int p, int v) {
            households++;
            people += p;
            vulnerable += v;
        }

        Count count() {
            return new Count(households, people, vulnerable);
        }
    }

    private static final class Tally {
        private final Sum all = new Sum();
        private final Sum inWater = new Sum();
        private final Sum unknown = new Sum();
        private double deepestM;

        void add(int people, int vulnerable, @Nullable DepthClass depthClass, Water water) {
            all.add(people, vulnerable);
            if (depthClass == null) {
                return;
            }
            inWater.add(people, vulnerable);
            if (depthClass == DepthClass.UNKNOWN) {
                unknown.add(people, vulnerable);
            }
            deepestM = Math.max(deepestM, water.depthM());
        }

        AreaExposure area(@Nullable String code, @Nullable String fullName) {
            return new AreaExposure(
                    code, fullName, all.count(), inWater.count(), unknown.count(), deepestM > 0 ? deepestM : null);
        }
    }
}
