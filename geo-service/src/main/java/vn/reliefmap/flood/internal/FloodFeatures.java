package vn.reliefmap.flood.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import vn.reliefmap.flood.FloodImport;
import vn.reliefmap.geo.Crs;
import vn.reliefmap.geo.GeoFeature;
import vn.reliefmap.geo.Repair;
import vn.reliefmap.kernel.ImportIssue;
import vn.reliefmap.kernel.ImportLog;
import vn.reliefmap.kernel.Problem;

/** Judges the features of one file and sorts them by time. Not thread-safe. */
final class FloodFeatures {
    private static final String[] DEPTH_NAMES = {
        "depth_m", "depth", "do_sau", "do_sau_m", "độ sâu", "max_depth_m", "depth_max_m"
    };
    private static final String[] VELOCITY_NAMES = {
        "velocity_ms", "velocity", "current_ms", "van_toc_ms", "van_toc", "vận tốc", "max_velocity_ms"
    };
    /** Deeper than any flood; a larger number is a mistake of unit. */
    private static final double DEEPEST_M = 50;
    /** Faster than any flood but a burst dam's; a larger number is a mistake of unit. */
    private static final double FASTEST_MS = 15;

    static final String TIME_EXPECTED = "ISO time with zone, e.g. 2020-10-18T06:00:00Z or 2020-10-18T13:00:00+07:00";

    private final FloodImport.Options options;
    private final ImportLog log;
    private final Map<When, FloodGroup> groups = new LinkedHashMap<>();
    private final List<MultiPolygon> commonFootprints = new ArrayList<>();
    private long refused;
    private long repaired;
    private long polygons;
    private long withoutDepth;
    private long withCurrent;
    private double waterM2;

    FloodFeatures(FloodImport.Options options, ImportLog log) {
        this.options = options;
        this.log = log;
    }

    private record When(Instant at, boolean forecast) {}

    /** Throws a DEPTH_RANGE problem unless the depth is null or possible. */
    static void checkDepth(@Nullable Double depthM) {
        if (depthM != null && !possible(depthM)) {
            throw Problem.badField(
                            "DEPTH_RANGE",
                            "depth",
                            "0 to 50 (metres)",
                            "Độ sâu " + depthM + " m không hợp lệ.",
                            "A depth of " + depthM + " m is not possible.")
                    .asException();
        }
    }

    private static boolean possible(double depthM) {
        return depthM >= 0 && depthM <= DEEPEST_M;
    }

    /** Takes one feature into its observation, or refuses it with its reason. */
    void take(GeoFeature feature, FloodStaging.Rows rows) {
        log.progress(feature.number());
        feature.issues().forEach(log::issue);
        if (feature.geometry() == null) {
            refused++;
            return;
        }
        MultiPolygon area = area(feature.number(), feature.geometry());
        if (area == null) {
            return;
        }
        Instant at = time(feature);
        if (at == null && feature.text("observed_at").isPresent()) {
            return;
        }
        boolean forecast =
                feature.text("forecast").map(t -> t.equalsIgnoreCase("true")).orElse(options.forecast());
        if (isFootprint(feature)) {
            if (at == null) {
                commonFootprints.add(area);
            } else {
                group(at, forecast).addFootprint(area);
            }
            return;
        }
        OptionalDouble depth = feature.number(DEPTH_NAMES);
        if (depth.isPresent() && !possible(depth.getAsDouble())) {
            refuse(ImportIssue.refused(
                    feature.number(),
                    "DEPTH_RANGE",
                    "Độ sâu “" + feature.text(DEPTH_NAMES).orElse("") + "” không hợp lệ.",
                    "Depth \"" + feature.text(DEPTH_NAMES).orElse("") + "\" is not possible.",
                    "Ghi độ sâu bằng mét, từ 0 đến 50; không biết thì bỏ trống.",
                    "Write metres, 0 to 50; leave it out when unknown."));
            return;
        }
        OptionalDouble velocity = feature.number(VELOCITY_NAMES);
        if (velocity.isPresent() && !(velocity.getAsDouble() >= 0 && velocity.getAsDouble() <= FASTEST_MS)) {
            refuse(ImportIssue.refused(
                    feature.number(),
                    "VELOCITY_RANGE",
                    "Vận tốc “" + feature.text(VELOCITY_NAMES).orElse("") + "” không hợp lệ.",
                    "Velocity \"" + feature.text(VELOCITY_NAMES).orElse("") + "\" is not possible.",
                    "Ghi vận tốc dòng chảy bằng m/s, từ 0 đến 15; không biết thì bỏ trống.",
                    "Write metres per second, 0 to 15; leave it out when unknown."));
            return;
        }
        if (at == null) {
            throw missingTime();
        }
        double velocityMs = velocity.orElse(Double.NaN);
        withCurrent += velocity.isPresent() ? 1 : 0;
        double depthM = depth.orElse(options.depthM() == null ? Double.NaN : options.depthM());
        polygons++;
        withoutDepth += Double.isNaN(depthM) ? 1 : 0;
        waterM2 += areaM2(area);
        FloodGroup group = group(at, forecast);
        group.addPolygon(area, depthM, velocityMs);
        rows.add(group.number(), feature.number(), depthM, velocityMs, area);
    }

    private @Nullable MultiPolygon area(long number, Geometry geometry) {
        if (geometry.getDimension() < 2) {
            refuse(ImportIssue.refused(
                    number,
                    "NOT_AN_AREA",
                    "Hình là " + geometry.getGeometryType() + ", không phải vùng.",
                    "The geometry is a " + geometry.getGeometryType() + ", not an area.",
                    "Vẽ vùng ngập bằng Polygon hoặc MultiPolygon.",
                    "Draw flooded areas as Polygon or MultiPolygon."));
            return null;
        }
        Repair repair = Repair.of(geometry);
        if (repair.area().isEmpty()) {
            refuse(ImportIssue.refused(
                    number,
                    "POLYGON_WITHOUT_AREA",
                    "Vùng không có diện tích.",
                    "The polygon encloses nothing.",
                    "Vẽ lại vùng này.",
                    "Draw it again."));
            return null;
        }
        if (repair.changed()) {
            repaired++;
            log.issue(ImportIssue.repaired(
                    number,
                    "POLYGON_INVALID",
                    "Vùng tự cắt hoặc sai cấu trúc, đã được sửa.",
                    "The polygon crosses itself or is otherwise invalid; it was repaired.",
                    "So lại vùng này với nguồn.",
                    "Compare it with its source."));
        }
        return repair.area();
    }

    /** The feature's time, or that of the options; null when there is none, or when it cannot be read (then refused). */
    private @Nullable Instant time(GeoFeature feature) {
        String text = feature.text("observed_at").orElse(null);
        if (text == null) {
            return options.at();
        }
        try {
            return OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
        } catch (DateTimeParseException e) {
            refuse(ImportIssue.refused(
                    feature.number(),
                    "OBSERVED_AT_FORM",
                    "Thời điểm “" + shown(text) + "” không đọc được.",
                    "The time \"" + shown(text) + "\" cannot be read.",
                    "Ghi thời điểm có múi giờ, ví dụ 2020-10-18T13:00:00+07:00.",
                    "Write " + TIME_EXPECTED + "."));
            return null;
        }
    }

    private static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private static boolean isFootprint(GeoFeature feature) {
        if (feature.text("footprint").filter(t -> t.equalsIgnoreCase("true")).isPresent()) {
            return true;
        }
        for (String name : new String[] {"kind", "class", "type"}) {
            if (feature.text(name)
                    .filter(t -> t.toLowerCase(Locale.ROOT).equals("footprint"))
                    .isPresent()) {
                return true;
            }
        }
        return false;
    }

    private void refuse(ImportIssue issue) {
        refused++;
        log.issue(issue);
    }

    private FloodGroup group(Instant at, boolean forecast) {
        return groups.computeIfAbsent(new When(at, forecast), w -> new FloodGroup(groups.size(), at, forecast));
    }

    /** Gives every observation its footprint; call once, after the last feature. */
    void finish() {
        if (groups.isEmpty() && !commonFootprints.isEmpty()) {
            throw missingTime();
        }
        for (FloodGroup group : groups.values()) {
            group.close(commonFootprints);
        }
        if (groups.isEmpty()) {
            log.issue(ImportIssue.warned(
                    0,
                    "NOTHING_USABLE",
                    "Tệp không có vùng ngập nào dùng được.",
                    "The file holds no usable flooded area.",
                    "Kiểm tra đúng tệp chưa.",
                    "Check that this is the right file."));
        }
    }

    void warnOutsideFootprint(long count) {
        if (count > 0) {
            log.issue(ImportIssue.warned(
                    0,
                    "WATER_OUTSIDE_FOOTPRINT",
                    count + " vùng ngập nằm (một phần) ngoài vùng quan sát.",
                    count + " flooded areas lie (in part) outside the footprint.",
                    "Kiểm tra vùng quan sát (footprint).",
                    "Check the footprint."));
        }
    }

    Collection<FloodGroup> groups() {
        return groups.values();
    }

    long refused() {
        return refused;
    }

    long commonFootprints() {
        return commonFootprints.size();
    }

    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("polygons", polygons);
        figures.put("polygons_without_depth", withoutDepth);
        figures.put("polygons_with_current", withCurrent);
        figures.put("repaired", repaired);
        figures.put("water_m2", (double) Math.round(waterM2));
        boolean hull = groups.values().stream().anyMatch(FloodGroup::isHull);
        figures.put("footprint", hull ? "convex hull of the polygons" : "from the file");
        return figures;
    }

    /** Area on the ground; 0 where UTM does not reach, near the poles. */
    static double areaM2(Geometry area) {
        try {
            return Crs.areaSquareMeters(area);
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }

    static RuntimeException missingTime() {
        return Problem.badField(
                        "OBSERVED_AT_MISSING",
                        "at",
                        TIME_EXPECTED,
                        "Chưa biết nước được quan sát lúc nào. Thêm --at hoặc thuộc tính observed_at.",
                        "When was the water observed? Give --at or a property observed_at.")
                .asException();
    }
}
