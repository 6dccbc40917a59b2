package vn.reliefmap.flood.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.flood.DepthClass;
import vn.reliefmap.flood.FloodDrawing;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.flood.WaterStep;
import vn.reliefmap.flood.Waters;
import vn.reliefmap.geo.Bbox;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.kernel.Problem;

/** The water to draw, and its time steps. */
@RestController
class FloodExtentEndpoint {
    private static final int WHOLE_ZOOM = 10;

    private final Waters waters;
    private final FloodDrawing drawing;
    private final Disasters disasters;

    FloodExtentEndpoint(Waters waters, FloodDrawing drawing, Disasters disasters) {
        this.waters = waters;
        this.drawing = drawing;
        this.disasters = disasters;
    }

    @GetMapping("/api/v1/flood-extents/steps")
    @OpenTo(Caller.EVERYONE)
    StepList steps(@RequestParam String disaster) {
        DisasterId id = disasters.named(disaster).id();
        return new StepList(waters.steps(id).stream().map(StepAnswer::of).toList(), null);
    }

    @GetMapping("/api/v1/flood-extents")
    @OpenTo(Caller.EVERYONE)
    @Nullable
    ResponseEntity<FloodCollection> extents(
            @RequestParam String disaster,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(required = false) @Nullable String bbox,
            @RequestParam(required = false) @Nullable Integer zoom,
            WebRequest request) {
        Bbox box = bbox == null || bbox.isBlank() ? null : Bbox.parse(bbox);
        if (zoom != null && (zoom < 0 || zoom > 22)) {
            throw Problem.badField(
                            "ZOOM_RANGE",
                            "zoom",
                            "0 to 22",
                            "Mức phóng " + zoom + " không hợp lệ.",
                            "Zoom " + zoom + " is out of range.")
                    .asException();
        }
        DisasterId id = disasters.named(disaster).id();
        Instant moment = waters.moment(id, at);
        WaterPicture picture = waters.picture(id, moment);
        FloodDrawing.Drawn drawn = drawing.draw(picture, box, zoom == null ? WHOLE_ZOOM : zoom);
        List<WaterStep> steps = waters.steps(id);
        // Weak, for what is under a strong one is never compressed, and water is the largest answer of all.
        String tag = "W/\"" + Integer.toHexString(Objects.hash(drawn.tag(), steps, moment)) + "\"";
        if (request.checkNotModified(tag)) {
            return null;
        }
        return ResponseEntity.ok()
                .eTag(tag)
                .cacheControl(CacheControl.noCache())
                .body(FloodCollection.of(moment, picture, drawn, steps));
    }

    /** @param next always null: a disaster has few steps */
    record StepList(List<StepAnswer> items, @Nullable String next) {}

    /** One moment for which there is water. */
    record StepAnswer(Instant at, boolean forecast) {
        static StepAnswer of(WaterStep step) {
            return new StepAnswer(step.at(), step.forecast());
        }
    }

    /**
     * A FeatureCollection with the time of its water.
     *
     * @param at the moment asked for
     * @param observedAt time of the newest observation at or before it; null when there is none
     * @param ageS seconds from that observation until now, 0 for a forecast that lies ahead; null when there is none
     */
    record FloodCollection(
            String type,
            Instant at,
            @Nullable Instant observedAt,
            @Nullable Long ageS,
            boolean forecast,
            List<StepAnswer> steps,
            List<FloodFeature> features) {

        static FloodCollection of(Instant at, WaterPicture picture, FloodDrawing.Drawn drawn, List<WaterStep> steps) {
            List<FloodFeature> features = new ArrayList<>();
            if (!drawn.footprint().isEmpty()) {
                features.add(
                        new FloodFeature("Feature", new FloodClass("footprint", null, null, null), drawn.footprint()));
            }
            drawn.water().forEach((depthClass, area) -> features.add(FloodFeature.of(depthClass, area)));
            drawn.estimated().forEach((depthClass, area) -> features.add(FloodFeature.estimated(depthClass, area)));
            Instant observedAt = picture.newestObservedAt();
            Long ageS = observedAt == null
                    ? null
                    : Math.max(0, Duration.between(observedAt, Instant.now()).toSeconds());
            return new FloodCollection(
                    "FeatureCollection",
                    at,
                    observedAt,
                    ageS,
                    picture.forecast(),
                    steps.stream().map(StepAnswer::of).toList(),
                    features);
        }
    }

    /** All water of one class, the footprint, or what is estimated of one class. */
    record FloodFeature(String type, FloodClass properties, Geometry geometry) {
        static FloodFeature of(DepthClass depthClass, Geometry area) {
            return new FloodFeature(
                    "Feature", new FloodClass(depthClass.word(), null, depthClass.minM(), depthClass.maxM()), area);
        }

        static FloodFeature estimated(DepthClass depthClass, Geometry area) {
            return new FloodFeature(
                    "Feature",
                    new FloodClass("estimated", depthClass.word(), depthClass.minM(), depthClass.maxM()),
                    area);
        }
    }

    /**
     * What the colour of an area says.
     *
     * @param name {@code d1} to {@code d5}, {@code unknown}, {@code footprint}, or {@code estimated} for an area that lies over
     *     others and opens nothing; {@code class} in JSON
     * @param estimatedClass {@code d1} to {@code d5} for {@code estimated}; null for all others
     */
    record FloodClass(
            @JsonProperty("class") String name,
            @Nullable String estimatedClass,
            @Nullable Double depthMinM,
            @Nullable Double depthMaxM) {}
}
