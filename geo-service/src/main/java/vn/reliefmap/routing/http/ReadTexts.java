package vn.reliefmap.routing.http;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.flood.RoadReport.Stretch;
import vn.reliefmap.flood.RoadReportText;
import vn.reliefmap.flood.RoadState;
import vn.reliefmap.geo.Feature;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.routing.ReportedRoads;

/** What a message about a road is understood to say, and of which stretch, before somebody sends it. Stores nothing. */
@RestController
class ReadTexts {
    private final ReportedRoads roads;

    ReadTexts(ReportedRoads roads) {
        this.roads = roads;
    }

    /** Where it is: coordinates in the text, else a bridge or ford that it names, else the place that came with it. */
    @PostMapping("/api/v1/road-report-texts")
    @OpenTo({Caller.TEAM, Caller.OFFICER, Caller.COORDINATOR})
    Feature<Understood> read(@RequestBody Message message) {
        String text = RoadReportQuestions.need(message.text(), "text", "a short message");
        LonLat given = message.at() == null ? null : RoadReportQuestions.place(message.at());
        RoadReportText told = RoadReportText.read(text, given);
        LonLat named =
                told.placed() ? null : roads.crossingNamed(text, told.place()).orElse(null);
        LonLat place = named == null ? told.place() : named;
        Stretch stretch = roads.stretchAt(place, told.state());
        return Feature.of(
                stretch.line(),
                new Understood(
                        told.state(),
                        List.of(place.lon(), place.lat()),
                        told.placed() ? PlaceBy.COORDINATES : named == null ? PlaceBy.CLICK : PlaceBy.NAME,
                        stretch.roadName(),
                        Math.round(Geometries.lengthMeters(stretch.line()) * 10) / 10.0));
    }

    /** What told the place. */
    enum PlaceBy {
        COORDINATES,
        NAME,
        CLICK;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param at [lon, lat]: where the sender looks at the map; without it the text must hold coordinates */
    record Message(@Nullable String text, @Nullable List<@Nullable Double> at) {}

    /**
     * What a report of this text at this place would say.
     *
     * @param at [lon, lat], to be sent with the text
     * @param lengthM of the stretch, metres
     */
    record Understood(
            RoadState state,
            List<Double> at,
            PlaceBy placeBy,
            @Nullable String roadName,
            double lengthM) {}
}
