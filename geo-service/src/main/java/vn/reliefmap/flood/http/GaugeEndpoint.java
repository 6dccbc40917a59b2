package vn.reliefmap.flood.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.flood.Gauge;
import vn.reliefmap.flood.GaugeReading;
import vn.reliefmap.flood.GaugeState;
import vn.reliefmap.flood.Gauges;
import vn.reliefmap.flood.RiverCrossing;
import vn.reliefmap.flood.Waters;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.kernel.Problem;

/** How the rivers stand, and new readings. */
@RestController
class GaugeEndpoint {
    private static final int LONGEST_SOURCE = 200;

    private final Gauges gauges;
    private final Disasters disasters;
    private final Waters waters;

    GaugeEndpoint(Gauges gauges, Disasters disasters, Waters waters) {
        this.gauges = gauges;
        this.disasters = disasters;
        this.waters = waters;
    }

    /** @param at ISO time; without it now */
    @GetMapping("/api/v1/gauges")
    @OpenTo(Caller.EVERYONE)
    GaugeList list(@RequestParam String disaster, @RequestParam(required = false) @Nullable String at) {
        DisasterId id = disasters.named(disaster).id();
        Instant moment = at == null || at.isBlank() ? Instant.now() : waters.moment(id, at);
        return new GaugeList(
                moment,
                gauges.states(id, moment).stream()
                        .map(state -> GaugeAnswer.of(state, moment, gauges.crossings(state.gauge())))
                        .toList(),
                null);
    }

    @PostMapping("/api/v1/gauges/{code}/readings")
    @OpenTo(Caller.COORDINATOR)
    ReadingAnswer add(@PathVariable String code, @RequestBody ReadingRequest body) {
        String disaster = need(body.disaster(), "disaster", "id or name of a disaster");
        String at = need(body.observedAt(), "observed_at", "ISO time with zone, e.g. 2020-10-18T06:00:00Z");
        DisasterId id = disasters.named(disaster).id();
        String source = body.source() == null ? "" : body.source().strip().replace("\0", "");
        GaugeReading reading = new GaugeReading(
                uuid(need(body.id(), "id", "a new UUID for each reading")),
                id,
                code,
                waters.moment(id, at),
                need(body.levelM(), "level_m", "−5 to 30 (metres above the gauge datum)"),
                Boolean.TRUE.equals(body.forecast()),
                source.substring(0, Math.min(source.length(), LONGEST_SOURCE)));
        return ReadingAnswer.of(gauges.add(reading));
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw missing("id", "a new UUID for each reading");
        }
    }

    private static <T> T need(@Nullable T value, String field, String expected) {
        if (value == null || (value instanceof String text && text.isBlank())) {
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

    /** @param next always null: there are few gauges */
    record GaugeList(
            Instant at, List<GaugeAnswer> items, @Nullable String next) {}

    /**
     * One gauge at the moment asked for.
     *
     * @param at [lon, lat], good to about 2 km; null when not known
     * @param levels metres of alerts 1 to 3, in order; null where not known
     * @param alert 0 to 3; null without a reading or where an unknown level would decide
     * @param trend {@code rising}, {@code steady} or {@code falling}; null when not known
     * @param ageS seconds from the reading to the moment asked for; null without a reading
     * @param crossings the roads over its river near it: from alert 3 on their bridges and fords are not known
     */
    record GaugeAnswer(
            String code,
            String name,
            String river,
            String place,
            String source,
            @Nullable List<Double> at,
            Levels levels,
            @Nullable ReadingAnswer reading,
            @Nullable Integer alert,
            @Nullable String trend,
            @Nullable Long ageS,
            List<Crossing> crossings) {

        static GaugeAnswer of(GaugeState state, Instant moment, List<RiverCrossing> crossings) {
            Gauge gauge = state.gauge();
            GaugeReading newest = state.newest();
            GaugeState.Trend trend = state.trend();
            return new GaugeAnswer(
                    gauge.code(),
                    gauge.name(),
                    gauge.river(),
                    gauge.place(),
                    gauge.source(),
                    gauge.position() == null
                            ? null
                            : List.of(gauge.position().lon(), gauge.position().lat()),
                    new Levels(gauge.level1M(), gauge.level2M(), gauge.level3M()),
                    newest == null ? null : ReadingAnswer.of(newest),
                    state.alert(),
                    trend == null ? null : trend.name().toLowerCase(Locale.ROOT),
                    newest == null
                            ? null
                            : Duration.between(newest.observedAt(), moment).toSeconds(),
                    crossings.stream().map(Crossing::of).toList());
        }
    }

    /** A road over the river; {@code at} = [lon, lat]. */
    record Crossing(long osmWayId, @Nullable String roadName, List<Double> at) {
        static Crossing of(RiverCrossing crossing) {
            Coordinate middle = crossing.box().centre();
            return new Crossing(crossing.osmWayId(), crossing.roadName(), List.of(middle.x, middle.y));
        }
    }

    /** Levels of the alerts in metres above the gauge datum; null where not known. */
    record Levels(
            @Nullable Double alert1M,
            @Nullable Double alert2M,
            @Nullable Double alert3M) {}

    /** One water level. */
    record ReadingAnswer(UUID id, String gauge, Instant observedAt, double levelM, boolean forecast, String source) {
        static ReadingAnswer of(GaugeReading reading) {
            return new ReadingAnswer(
                    reading.id(),
                    reading.gauge(),
                    reading.observedAt(),
                    reading.levelM(),
                    reading.forecast(),
                    reading.source());
        }
    }

    /** A new reading as programs send it; everything is checked above. */
    record ReadingRequest(
            @Nullable String id,
            @Nullable String disaster,
            @Nullable String observedAt,
            @Nullable Double levelM,
            @Nullable Boolean forecast,
            @Nullable String source) {}
}
