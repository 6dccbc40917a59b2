package vn.reliefmap.flood.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;
import vn.reliefmap.flood.RiverAlert;
import vn.reliefmap.flood.RiverCrossing;
import vn.reliefmap.flood.RoadReport;
import vn.reliefmap.flood.RoadReport.Standing;
import vn.reliefmap.flood.Water;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.kernel.DisasterId;

/**
 * Observed water together with what was said of the roads and with rivers on alert; other reports, an aged one or another
 * reading of such a river make another picture.
 */
final class ReportedPicture implements WaterPicture {
    /** About 20 m: a newer road extract may have moved the road a little. */
    private static final double MARGIN_DEG = 0.0002;

    private final MergedPicture water;
    private final List<Standing> reports;
    private final List<RiverAlert> rivers;
    private final List<Envelope> wetEnvelopes;

    ReportedPicture(MergedPicture water, List<Standing> reports, List<RiverAlert> rivers) {
        this.water = water;
        this.reports = List.copyOf(reports);
        this.rivers = List.copyOf(rivers);
        Set<Envelope> boxes = new HashSet<>();
        reports.forEach(standing -> boxes.add(box(standing.report())));
        rivers.forEach(river -> boxes.addAll(boxes(river)));
        this.wetEnvelopes = new ArrayList<>(water.wetEnvelopes());
        wetEnvelopes.addAll(boxes);
    }

    private static Envelope box(RoadReport report) {
        Envelope box = new Envelope(report.stretch().line().getEnvelopeInternal());
        box.expandBy(MARGIN_DEG);
        return box;
    }

    private static List<Envelope> boxes(RiverAlert river) {
        return river.crossings().stream().map(RiverCrossing::box).toList();
    }

    /** Wherever a picture says more than its water does. */
    static List<Envelope> saidOf(WaterPicture picture) {
        List<Envelope> boxes = new ArrayList<>();
        picture.roadReports().forEach(standing -> boxes.add(box(standing.report())));
        picture.riverAlerts().forEach(river -> boxes.addAll(boxes(river)));
        return boxes;
    }

    @Override
    public List<RiverAlert> riverAlerts() {
        return rivers;
    }

    @Override
    public List<Standing> roadReports() {
        return reports;
    }

    @Override
    public WaterPicture withoutReports() {
        return water;
    }

    @Override
    public Optional<List<Envelope>> changesSince(WaterPicture earlier) {
        return water.changesSince(earlier.withoutReports()).map(changed -> {
            List<Envelope> changes = new ArrayList<>(changed);
            changes.addAll(difference(earlier.roadReports(), reports));
            changes.addAll(riverDifference(earlier.riverAlerts(), rivers));
            return changes;
        });
    }

    /** Where reports came, went or aged. */
    private static List<Envelope> difference(List<Standing> before, List<Standing> after) {
        Map<UUID, Standing> onlyOne = new HashMap<>();
        before.forEach(standing -> onlyOne.put(standing.report().id(), standing));
        for (Standing standing : after) {
            Standing known = onlyOne.remove(standing.report().id());
            if (known == null || known.fresh() != standing.fresh()) {
                onlyOne.put(standing.report().id(), standing);
            }
        }
        return onlyOne.values().stream().map(standing -> box(standing.report())).toList();
    }

    /** Crossings of rivers that went on alert, left it, or were read anew. */
    private static List<Envelope> riverDifference(List<RiverAlert> before, List<RiverAlert> after) {
        return Stream.concat(
                        before.stream().filter(river -> !after.contains(river)),
                        after.stream().filter(river -> !before.contains(river)))
                .flatMap(river -> boxes(river).stream())
                .toList();
    }

    @Override
    public DisasterId disaster() {
        return water.disaster();
    }

    @Override
    public Instant at() {
        return water.at();
    }

    @Override
    public @Nullable Instant newestObservedAt() {
        return water.newestObservedAt();
    }

    @Override
    public boolean forecast() {
        return water.forecast();
    }

    @Override
    public Water along(LineString line) {
        return water.along(line);
    }

    @Override
    public Water at(Coordinate position) {
        return water.at(position);
    }

    @Override
    public Water floodAlong(LineString line) {
        return water.floodAlong(line);
    }

    @Override
    public Water floodAt(Coordinate position) {
        return water.floodAt(position);
    }

    @Override
    public boolean hasCurrents() {
        return water.hasCurrents();
    }

    @Override
    public boolean sameWithin(Envelope box) {
        return water.sameWithin(box);
    }

    @Override
    public List<Envelope> wetEnvelopes() {
        return wetEnvelopes;
    }
}
