package vn.reliefmap.plan.internal.papers;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.springframework.stereotype.Component;
import vn.reliefmap.admin.AdminOutlines;
import vn.reliefmap.basemap.AreaKind;
import vn.reliefmap.basemap.BasemapFeatures;
import vn.reliefmap.basemap.LineKind;
import vn.reliefmap.basemap.MapArea;
import vn.reliefmap.basemap.MapLine;
import vn.reliefmap.basemap.MapPlace;
import vn.reliefmap.flood.DepthClass;
import vn.reliefmap.flood.FloodDrawing;
import vn.reliefmap.flood.Waters;
import vn.reliefmap.geo.Bbox;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.plan.PlannedTour;
import vn.reliefmap.plan.ReliefPlan;

/** Gathers what lies around a tour: ground, water at the plan's moment, names. */
@Component
class SheetMapLayers {
    private static final Set<AreaKind> WATER = EnumSet.of(AreaKind.WATER, AreaKind.LAGOON, AreaKind.SEA);
    /** Wider frames show main roads only, or the sheet would be grey with them. */
    private static final double LANES_BELOW_M_PER_MM = 60;
    /** How far a settlement's name still helps to find a stop. */
    private static final double NEAR_M = 1_000;

    private static final double NEAR_DEGREES = NEAR_M / 100_000;

    private final BasemapFeatures ground;
    private final AdminOutlines communes;
    private final Waters waters;
    private final FloodDrawing drawing;

    SheetMapLayers(BasemapFeatures ground, AdminOutlines communes, Waters waters, FloodDrawing drawing) {
        this.ground = ground;
        this.communes = communes;
        this.waters = waters;
        this.drawing = drawing;
    }

    SheetMap around(ReliefPlan plan, PlannedTour tour, double widthMm, double heightMm) {
        MapFrame frame = MapFrame.around(extent(tour), widthMm, heightMm);
        int zoom = frame.zoom(SheetMapImage.DOTS_PER_MM);
        Bbox box = frame.box();
        boolean lanes = frame.metresPerMm() < LANES_BELOW_M_PER_MM;
        return new SheetMap(
                frame,
                ground.listAreas(WATER, box).stream().map(MapArea::shape).toList(),
                ground.listLines(EnumSet.of(LineKind.RIVER), box).stream()
                        .map(MapLine::line)
                        .toList(),
                flood(plan, box, zoom),
                ground.listLines(EnumSet.of(LineKind.ROAD), box).stream()
                        .map(road -> new SheetMap.Road(rank(road.lineClass()), road.line()))
                        .filter(road -> road.rank() > 0 || (lanes && road.rank() == 0))
                        .sorted(Comparator.comparingInt(SheetMap.Road::rank))
                        .toList(),
                communes.at(zoom, box).stream()
                        .map(found -> new SheetMap.Commune(found.unit().name(), found.area()))
                        .toList(),
                ground.listPlaces(box).stream()
                        .sorted(Comparator.comparingInt(place -> size(place.kind())))
                        .map(place -> new SheetMap.Settlement(place.name(), place.at()))
                        .toList(),
                tour);
    }

    /** The settlement next to a stop, as the base map names it; empty when none is near. */
    String settlementNear(LonLat stop) {
        Bbox box = new Bbox(
                stop.lon() - NEAR_DEGREES,
                stop.lat() - NEAR_DEGREES,
                stop.lon() + NEAR_DEGREES,
                stop.lat() + NEAR_DEGREES);
        return ground.listPlaces(box).stream()
                .filter(place -> metres(place, stop) <= NEAR_M)
                .min(Comparator.comparingDouble(place -> metres(place, stop)))
                .map(MapPlace::name)
                .orElse("");
    }

    private static double metres(MapPlace place, LonLat stop) {
        return Geometries.distanceMeters(place.at().coordinate(), stop.coordinate());
    }

    private Map<DepthClass, MultiPolygon> flood(ReliefPlan plan, Bbox box, int zoom) {
        return drawing.draw(waters.picture(plan.disaster(), plan.water().at()), box, zoom)
                .water();
    }

    private static Envelope extent(PlannedTour tour) {
        Envelope extent = new Envelope();
        for (PlannedTour.PlannedTrip trip : tour.trips()) {
            extent.expandToInclude(trip.origin().place().coordinate());
            trip.calls().forEach(call -> extent.expandToInclude(call.place().coordinate()));
            trip.legs().stream()
                    .map(PlannedTour.Leg::line)
                    .map(LineString::getEnvelopeInternal)
                    .forEach(extent::expandToInclude);
        }
        return extent;
    }

    /** −1 = not for vehicles. */
    private static int rank(String roadClass) {
        return switch (roadClass.replace("_link", "")) {
            case "motorway", "trunk", "primary" -> 2;
            case "secondary", "tertiary" -> 1;
            case "unclassified", "residential", "living_street", "road" -> 0;
            default -> -1;
        };
    }

    private static int size(String kind) {
        return switch (kind) {
            case "city" -> 0;
            case "town" -> 1;
            case "village" -> 2;
            case "suburb" -> 3;
            default -> 4;
        };
    }
}
