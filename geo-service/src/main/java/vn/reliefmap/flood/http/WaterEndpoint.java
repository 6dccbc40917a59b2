package vn.reliefmap.flood.http;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.flood.HazardClass;
import vn.reliefmap.flood.Water;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.flood.Waters;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.OpenTo;

/** The flood at one place, as houses and roads are judged by it. */
@RestController
class WaterEndpoint {
    private final Waters waters;
    private final Disasters disasters;

    WaterEndpoint(Waters waters, Disasters disasters) {
        this.waters = waters;
        this.disasters = disasters;
    }

    @GetMapping("/api/v1/water")
    @OpenTo(Caller.EVERYONE)
    WaterAnswer water(
            @RequestParam String disaster,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam double lon,
            @RequestParam double lat) {
        LonLat place = LonLat.of("lon", lon, lat);
        DisasterId id = disasters.named(disaster).id();
        Instant moment = waters.moment(id, at);
        WaterPicture picture = waters.picture(id, moment);
        return WaterAnswer.of(moment, picture.floodAt(place.coordinate()));
    }

    /**
     * What is known of one place.
     *
     * @param state {@code unobserved}, {@code dry}, {@code wet} or {@code unknown} = under water of unknown depth
     * @param depthM metres; null unless wet
     * @param estimatedM metres, from the height of the ground, where that says more than what was observed; else null. It opens
     *     nothing: unknown stays unknown
     * @param currentMs fastest current known, metres per second; null = not known, which is not still
     * @param hazard {@code h1} to {@code h6} (AIDR 7-3); null unless wet
     * @param hazardAtLeast true when the current is not known, so that the hazard may be greater
     * @param observedAt of the observation that decided; null = nobody looked
     */
    record WaterAnswer(
            Instant at,
            String state,
            @Nullable Double depthM,
            @Nullable Double estimatedM,
            @Nullable Double currentMs,
            @Nullable String hazard,
            boolean hazardAtLeast,
            @Nullable Instant observedAt) {
        static WaterAnswer of(Instant at, Water water) {
            boolean wet = water.state() == Water.State.WET;
            boolean currentKnown = !Double.isNaN(water.currentMs());
            double currentMs = currentKnown ? water.currentMs() : 0;
            return new WaterAnswer(
                    at,
                    water.state().name().toLowerCase(Locale.ROOT),
                    wet ? water.depthM() : null,
                    // No better than the heights: to the decimetre.
                    Double.isNaN(water.estimatedM()) ? null : Math.round(water.estimatedM() * 10) / 10.0,
                    currentKnown ? water.currentMs() : null,
                    wet ? HazardClass.of(water.depthM(), currentMs).word() : null,
                    wet && !currentKnown,
                    water.observedAt());
        }
    }
}
