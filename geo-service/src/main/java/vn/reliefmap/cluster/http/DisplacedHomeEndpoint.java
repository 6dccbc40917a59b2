package vn.reliefmap.cluster.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.cluster.internal.DisplacedHomes;
import vn.reliefmap.cluster.internal.DisplacedHomes.Shown;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.geo.Bbox;
import vn.reliefmap.geo.Feature;
import vn.reliefmap.geo.FeatureCollection;
import vn.reliefmap.item.Items;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.kernel.Problem;

/** Households of a real disaster as registered donors see them: about where, and what is lacking. */
@RestController
class DisplacedHomeEndpoint {
    private static final double WIDEST_DEGREES = 0.1;

    private final DisplacedHomes homes;
    private final Disasters disasters;
    private final Items items;

    DisplacedHomeEndpoint(DisplacedHomes homes, Disasters disasters, Items items) {
        this.homes = homes;
        this.disasters = disasters;
        this.items = items;
    }

    /** As published last. Simulated households stand in {@code /households}. */
    @GetMapping("/api/v1/displaced-homes")
    @OpenTo(Caller.DONOR)
    FeatureCollection<HomeAnswer> list(
            @RequestParam(required = false) @Nullable String disaster,
            @RequestParam(required = false) @Nullable String bbox,
            @RequestParam(required = false) @Nullable String item) {
        Disaster named = disasters.named(disaster);
        Bbox box = Bbox.parse(Problem.required(bbox, "bbox"));
        if (box.maxLon() - box.minLon() > WIDEST_DEGREES || box.maxLat() - box.minLat() > WIDEST_DEGREES) {
            throw Problem.badField(
                            "BBOX_TOO_LARGE",
                            "bbox",
                            "at most " + WIDEST_DEGREES + "° wide and high",
                            "Khung bản đồ quá lớn; hãy phóng to.",
                            "The box is too large; zoom in.")
                    .asException();
        }
        String code =
                item == null || item.isBlank() ? null : items.get(item.strip()).code();
        return FeatureCollection.of(
                homes.in(named.id(), box, code).stream()
                        .map(home -> Feature.of(home.point().point(), HomeAnswer.of(home)))
                        .toList(),
                null);
    }

    /**
     * @param name the same each time, and for this purpose only
     * @param precision always {@code displaced}: 300 to 800 m from the home
     */
    record HomeAnswer(String name, String adminCode, String precision, List<LackingAnswer> lacks) {
        static HomeAnswer of(Shown home) {
            return new HomeAnswer(
                    home.name(),
                    home.commune(),
                    "displaced",
                    home.lacks().stream()
                            .map(lack -> new LackingAnswer(lack.item(), lack.urgency()))
                            .toList());
        }
    }

    record LackingAnswer(String item, String urgency) {}
}
