package vn.reliefmap.plan.internal.papers;

import io.jenetics.jpx.GPX;
import io.jenetics.jpx.Track;
import io.jenetics.jpx.TrackSegment;
import io.jenetics.jpx.WayPoint;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import vn.reliefmap.kernel.VietnamTime;
import vn.reliefmap.plan.PlannedTour;
import vn.reliefmap.plan.ReliefPlan;

/** Tours for the devices that teams carry. */
final class TourTracks {
    private final PaperWords words;

    TourTracks(PaperWords words) {
        this.words = words;
    }

    byte[] gpx(ReliefPlan plan, List<PlannedTour> tours) {
        GPX.Builder gpx = GPX.builder("Relief Map").metadata(about -> about.name(drill(plan) + "Chuyến cứu trợ")
                .desc("Nước lúc " + VietnamTime.hourAndDate(plan.water().at()) + ", giờ Việt Nam. Kế hoạch "
                        + plan.id())
                .time(plan.madeAt()));
        for (PlannedTour tour : tours) {
            for (PlannedTour.PlannedTrip trip : tour.trips()) {
                trip.calls().forEach(call -> gpx.addWayPoint(wayPoint(tour, call)));
            }
        }
        for (PlannedTour tour : tours) {
            int way = 0;
            for (PlannedTour.PlannedTrip trip : tour.trips()) {
                for (PlannedTour.Leg leg : trip.legs()) {
                    gpx.addTrack(track(tour, ++way, leg));
                }
            }
        }
        return GPX.Writer.DEFAULT.toString(gpx.build()).getBytes(StandardCharsets.UTF_8);
    }

    private static String drill(ReliefPlan plan) {
        return plan.simulated() ? "DIỄN TẬP – " : "";
    }

    /** The hour stands in the name, because many devices show nothing else. */
    private WayPoint wayPoint(PlannedTour tour, PlannedTour.Call call) {
        return WayPoint.builder()
                .name("T" + tour.number() + "-" + call.number() + " " + PaperWords.commune(call) + " "
                        + VietnamTime.hour(call.arrivesAt()))
                .desc((call.landing() == null ? "" : "Bến " + call.landing() + ". ") + words.list(call.handsOver()))
                .type(call.landing() == null ? "call" : "landing")
                .time(call.arrivesAt())
                .build(call.place().lat(), call.place().lon());
    }

    /** Without hours at its points: the plan knows them for whole ways only. */
    private static Track track(PlannedTour tour, int number, PlannedTour.Leg leg) {
        TrackSegment.Builder segment = TrackSegment.builder();
        for (Coordinate point : leg.line().getCoordinates()) {
            segment.addPoint(WayPoint.of(point.y, point.x));
        }
        return Track.builder()
                .name("T" + tour.number() + " đoạn " + number + " – " + tour.vehicleName())
                .desc(PaperWords.distance(leg.distanceM()) + ", " + PaperWords.duration(leg.durationS()))
                .addSegment(segment.build())
                .build();
    }
}
