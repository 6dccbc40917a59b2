package vn.reliefmap.routing.http;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.flood.RoadReport;
import vn.reliefmap.flood.RoadReport.Allowance;
import vn.reliefmap.flood.RoadReportText;
import vn.reliefmap.flood.RoadState;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.passability.Passability;
import vn.reliefmap.routing.ReportedRoads;

/** Turns what was sent into a {@link RoadReport}, or says which field is wrong and what was expected. */
@Component
class RoadReportQuestions {
    private static final Duration MOST_AHEAD = Duration.ofMinutes(10);
    /** Nobody vouches for water three days ahead (weak). */
    private static final Duration LONGEST_ALLOWED = Duration.ofDays(3);

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_REASON = 300;
    private static final String REASON = "why trucks are let through, at most 300 characters";
    private static final String TIME = "ISO time with zone, e.g. 2020-10-18T06:00:00Z";

    private final Disasters disasters;
    private final ReportedRoads roads;

    RoadReportQuestions(Disasters disasters, ReportedRoads roads) {
        this.disasters = disasters;
        this.roads = roads;
    }

    RoadReport read(RoadReportRequest request, String reporter) {
        Disaster disaster = open(need(request.disaster(), "disaster", "id or name of a disaster"));
        String text = request.text() == null || request.text().isBlank() ? null : request.text();
        RoadReportText told =
                text == null ? null : RoadReportText.read(text, request.at() == null ? null : place(request.at()));
        RoadState state = told != null ? told.state() : RoadState.parse(request.state());
        LonLat place = told != null ? told.place() : place(request.at());
        Instant observedAt =
                request.observedAt() == null || request.observedAt().isBlank()
                        ? Instant.now()
                        : time("observed_at", request.observedAt());
        if (observedAt.isAfter(Instant.now().plus(MOST_AHEAD))) {
            throw Problem.badField(
                            "OBSERVED_AT_RANGE",
                            "observed_at",
                            "not more than 10 minutes ahead",
                            "Thời điểm nằm quá xa trong tương lai.",
                            "The time lies too far in the future.")
                    .asException();
        }
        return new RoadReport(
                id(request.id()),
                disaster.id(),
                state,
                observedAt,
                reporter,
                text == null ? null : text.replace("\0", ""),
                state == RoadState.TRUCK_ALLOWED ? allowance(request, observedAt) : null,
                roads.stretchAt(place, state));
    }

    private Disaster open(String idOrName) {
        Disaster disaster = disasters.named(idOrName);
        if (disaster.closedAt() != null) {
            throw new Problem(
                            "DISASTER_CLOSED",
                            409,
                            "Đợt thiên tai này đã kết thúc.",
                            "This disaster is closed.",
                            "disaster",
                            "a disaster that goes on")
                    .asException();
        }
        return disaster;
    }

    private static Allowance allowance(RoadReportRequest request, Instant from) {
        String officer = need(request.officer(), "officer", "name of the officer")
                .strip()
                .replace("\0", "");
        if (officer.isEmpty() || officer.length() > LONGEST_NAME) {
            throw missing("officer", "name of the officer, at most 100 characters");
        }
        Double upToM = request.upToM();
        if (upToM == null || !(upToM > 0 && upToM <= Passability.MOST_ALLOWED_M)) {
            throw Problem.badField(
                            "ALLOWED_DEPTH_RANGE",
                            "up_to_m",
                            "more than 0, at most 0.9 (metres)",
                            "Chỉ được cho xe tải qua nước sâu tối đa 0,9 m.",
                            "Trucks may be let through water of at most 0.9 m.")
                    .asException();
        }
        Instant until = time("until", need(request.until(), "until", TIME));
        if (!until.isAfter(from) || until.isAfter(from.plus(LONGEST_ALLOWED))) {
            throw Problem.badField(
                            "UNTIL_RANGE",
                            "until",
                            "after the report, at most 72 hours later",
                            "Thời hạn phải sau thời điểm báo, tối đa 72 giờ.",
                            "The end must lie after the report, at most 72 hours later.")
                    .asException();
        }
        String reason = need(request.reason(), "reason", REASON).strip().replace("\0", "");
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw missing("reason", REASON);
        }
        return new Allowance(officer, upToM, until, reason);
    }

    static LonLat place(@Nullable List<@Nullable Double> position) {
        Double lon = position == null || position.size() != 2 ? null : position.get(0);
        Double lat = position == null || position.size() != 2 ? null : position.get(1);
        if (lon == null || lat == null) {
            throw coordinateForm();
        }
        return LonLat.of("at", lon, lat);
    }

    /** Reads {@code lon,lat} of an address. */
    static LonLat place(String text) {
        String[] parts = text.split(",", -1);
        try {
            if (parts.length == 2) {
                return LonLat.of("at", Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
            }
        } catch (NumberFormatException e) {
            throw coordinateForm();
        }
        throw coordinateForm();
    }

    private static RuntimeException coordinateForm() {
        return Problem.badField(
                        "COORDINATE_FORM",
                        "at",
                        LonLat.EXPECTED,
                        "Trường at cần đúng hai số: kinh độ, vĩ độ.",
                        "The field at needs exactly two numbers: longitude, latitude.")
                .asException();
    }

    private static UUID id(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return UUID.randomUUID();
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw missing("id", "a new UUID for each report");
        }
    }

    private static Instant time(String field, String text) {
        try {
            return OffsetDateTime.parse(text.strip()).toInstant();
        } catch (DateTimeParseException e) {
            throw Problem.badField(
                            "TIME_FORM",
                            field,
                            TIME,
                            "Thời điểm không đúng dạng.",
                            "The time does not have the expected form.")
                    .asException();
        }
    }

    static String need(@Nullable String value, String field, String expected) {
        if (value == null || value.isBlank()) {
            throw missing(field, expected);
        }
        return value;
    }

    private static RuntimeException missing(String field, String expected) {
        return Problem.badField(
                        "FIELD_MISSING",
                        field,
                        expected,
                        "Thiếu hoặc sai trường " + field + ".",
                        "The field " + field + " is missing or wrong.")
                .asException();
    }
}
