package vn.reliefmap.admin.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.admin.AdminOutlines;
import vn.reliefmap.admin.AdminUnit;
import vn.reliefmap.admin.AdminUnits;
import vn.reliefmap.geo.Bbox;
import vn.reliefmap.geo.Feature;
import vn.reliefmap.geo.FeatureCollection;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.VietnamTime;

/** Admin units by any spelling, and their outlines. */
@RestController
class AdminUnitEndpoint {
    private static final int MAX_LIMIT = 1000;
    private static final int MAX_QUERY_CHARS = 200;
    private final AdminUnits units;
    private final AdminOutlines outlines;

    AdminUnitEndpoint(AdminUnits units, AdminOutlines outlines) {
        this.units = units;
        this.outlines = outlines;
    }

    @GetMapping("/api/v1/admin-units")
    @OpenTo(Caller.EVERYONE)
    AdminUnitList search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable String at,
            @RequestParam @Nullable String bbox,
            @RequestParam(defaultValue = "200") int limit) {
        if (q.length() > MAX_QUERY_CHARS) {
            throw Problem.badField(
                            "QUERY_TOO_LONG",
                            "q",
                            "a name or code of at most " + MAX_QUERY_CHARS + " characters",
                            "Tên cần tìm quá dài.",
                            "The name to look for is too long.")
                    .asException();
        }
        if (limit < 1 || limit > MAX_LIMIT) {
            throw Problem.badField(
                            "LIMIT_RANGE",
                            "limit",
                            "1 to " + MAX_LIMIT,
                            "Số kết quả phải từ 1 đến " + MAX_LIMIT + ".",
                            "The limit must lie between 1 and " + MAX_LIMIT + ".")
                    .asException();
        }
        LocalDate day = at == null ? null : day(at);
        List<AdminUnit> found = units.search(q, day, bbox == null ? limit : Integer.MAX_VALUE);
        if (bbox != null) {
            Set<String> inside = outlines.unitsIn(Bbox.parse(bbox)).stream()
                    .map(AdminUnit::code)
                    .collect(Collectors.toSet());
            found = found.stream()
                    .filter(u -> u.current() && inside.contains(u.code()))
                    .limit(limit)
                    .toList();
        }
        return new AdminUnitList(found.stream().map(AdminUnitAnswer::of).toList(), null);
    }

    @GetMapping("/api/v1/admin-units/outlines")
    @OpenTo(Caller.EVERYONE)
    FeatureCollection<OutlineAnswer> outlines(
            @RequestParam @Nullable String bbox, @RequestParam(defaultValue = "8") int zoom) {
        if (zoom < 0 || zoom > 22) {
            throw Problem.badField(
                            "ZOOM_RANGE",
                            "zoom",
                            "0 to 22",
                            "Mức phóng phải từ 0 đến 22.",
                            "The zoom must lie between 0 and 22.")
                    .asException();
        }
        List<Feature<OutlineAnswer>> features = outlines.at(zoom, bbox == null ? null : Bbox.parse(bbox)).stream()
                .map(o -> Feature.of(
                        o.area(),
                        new OutlineAnswer(
                                o.unit().code(),
                                o.unit().name(),
                                o.unit().fullName(),
                                o.unit().simulated())))
                .toList();
        return FeatureCollection.of(features, null);
    }

    private static LocalDate day(String at) {
        try {
            // Days begin in Vietnam, seven hours before they begin in UTC.
            return at.length() == 10 ? LocalDate.parse(at) : VietnamTime.day(Instant.parse(at));
        } catch (DateTimeException e) {
            throw Problem.badField(
                            "TIME_FORM",
                            "at",
                            "2025-07-01 or 2025-07-01T00:00:00Z",
                            "Thời điểm không đúng dạng.",
                            "The time is not in the expected form.")
                    .asException();
        }
    }

    /** @param next always null: ask with a limit, or narrow the name */
    record AdminUnitList(
            List<AdminUnitAnswer> items, @Nullable String next) {}

    record OutlineAnswer(String code, String name, String fullName, boolean simulated) {}

    record SuccessorAnswer(String code, String fullName) {}

    /** One unit; {@code valid_from} is null when nobody recorded the first day, {@code valid_to} while in force. */
    record AdminUnitAnswer(
            String code,
            String name,
            String fullName,
            String kind,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            boolean simulated,
            @Nullable Integer population,
            @Nullable Double areaM2,
            @Nullable Point centre,
            List<SuccessorAnswer> successors,
            @Nullable String parentName) {
        static AdminUnitAnswer of(AdminUnit u) {
            return new AdminUnitAnswer(
                    u.code(),
                    u.name(),
                    u.fullName(),
                    u.kind().name().toLowerCase(Locale.ROOT),
                    u.validFrom().equals(AdminUnit.BEGINNING_UNKNOWN) ? null : u.validFrom(),
                    u.validTo(),
                    u.simulated(),
                    u.population(),
                    u.areaM2(),
                    u.centre() == null ? null : u.centre().point(),
                    u.successors().stream()
                            .map(s -> new SuccessorAnswer(s.code(), s.fullName()))
                            .toList(),
                    u.parentName());
        }
    }
}
