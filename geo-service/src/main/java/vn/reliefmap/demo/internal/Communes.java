package vn.reliefmap.demo.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;
import vn.reliefmap.basemap.AreaKind;
import vn.reliefmap.basemap.MapArea;
import vn.reliefmap.geo.Geometries;

/** Draws simulated communes: each settlement gets the land nearest to it, and neighbours join until they have people enough. */
final class Communes {
    static final String CODE_PREFIX = "MP";
    private static final int LEAST_PEOPLE = 2600;
    private static final int MOST_PEOPLE = 8000;
    private static final PrecisionModel GRID = new PrecisionModel(1);

    private final Ground ground;
    private final List<Group> groups = new ArrayList<>();

    private Communes(Ground ground) {
        this.ground = ground;
    }

    /** One commune in the making. */
    private static final class Group {
        private Settlement main;
        private int mainPeople;
        private int people;
        private final List<Coordinate> middles = new ArrayList<>();
        private final List<Geometry> cells = new ArrayList<>();

        Group(Settlement main, int people, Geometry cell) {
            this.main = main;
            this.mainPeople = people;
            this.people = people;
            this.middles.add(main.at());
            this.cells.add(cell);
        }

        void take(Group other) {
            if (other.mainPeople > mainPeople) {
                main = other.main;
                mainPeople = other.mainPeople;
            }
            people += other.people;
            middles.addAll(other.middles);
            cells.addAll(other.cells);
        }

        boolean touches(Group other) {
            return cells.stream().anyMatch(a -> other.cells.stream().anyMatch(b -> a.distance(b) < 1));
        }

        double distance(Group other) {
            double best = Double.MAX_VALUE;
            for (Coordinate a : middles) {
                for (Coordinate b : other.middles) {
                    best = Math.min(best, a.distance(b));
                }
            }
            return best;
        }
    }

    static List<Commune> draw(DemoLand land, Ground ground, List<Settlement> settlements, List<Home> homes) {
        Communes communes = new Communes(ground);
        communes.begin(split(settlements, homes), homes, communes.frame(land));
        communes.join();
        return communes.finished(land);
    }

    /** A settlement with more people than a commune holds counts as several, side by side. */
    private static List<Settlement> split(List<Settlement> settlements, List<Home> homes) {
        List<List<Home>> near = nearest(settlements, homes);
        List<Settlement> parts = new ArrayList<>();
        for (int i = 0; i < settlements.size(); i++) {
            List<Home> own = new ArrayList<>(near.get(i));
            int people = own.stream().mapToInt(Home::people).sum();
            int count = people <= MOST_PEOPLE - 500 ? 1 : (people + 5999) / 6000;
            Envelope box = new Envelope();
            own.forEach(home -> box.expandToInclude(home.at()));
            boolean wide = box.getWidth() >= box.getHeight();
            own.sort(Comparator.<Home>comparingDouble(home -> wide ? home.at().x : home.at().y)
                    .thenComparingDouble(home -> wide ? home.at().y : home.at().x));
            for (int part = 0; part < count; part++) {
                List<Home> slice = own.subList(own.size() * part / count, own.size() * (part + 1) / count);
                Coordinate middle = new Coordinate(
                        slice.stream()
                                .mapToDouble(home -> home.at().x)
                                .average()
                                .orElse(0),
                        slice.stream()
                                .mapToDouble(home -> home.at().y)
                                .average()
                                .orElse(0));
                parts.add(count == 1 ? settlements.get(i) : settlements.get(i).part(part + 1, middle));
            }
        }
        return parts;
    }

    private static List<List<Home>> nearest(List<Settlement> settlements, List<Home> homes) {
        List<List<Home>> near = new ArrayList<>();
        settlements.forEach(settlement -> near.add(new ArrayList<>()));
        for (Home home : homes) {
            int best = 0;
            for (int i = 1; i < settlements.size(); i++) {
                if (settlements.get(i).at().distance(home.at())
                        < settlements.get(best).at().distance(home.at())) {
                    best = i;
                }
            }
            near.get(best).add(home);
        }
        return near;
    }

    private Geometry frame(DemoLand land) {
        Coordinate southWest =
                ground.plane().metres(land.box().minLon(), land.box().minLat());
        Coordinate northEast =
                ground.plane().metres(land.box().maxLon(), land.box().maxLat());
        Geometry frame = Plane.METRES.toGeometry(new Envelope(southWest, northEast));
        List<Geometry> seas = new ArrayList<>();
        for (MapArea area : land.areas()) {
            if (area.kind() == AreaKind.SEA) {
                seas.add(ground.inMetres(area.shape()));
            }
        }
        if (seas.isEmpty()) {
            return frame;
        }
        return OverlayNG.overlay(frame, UnaryUnionNG.union(seas, Plane.METRES, GRID), OverlayNG.DIFFERENCE, GRID);
    }

    private void begin(List<Settlement> settlements, List<Home> homes, Geometry frame) {
        List<List<Home>> near = nearest(settlements, homes);
        Geometry[] cells = cells(settlements, frame.getEnvelopeInternal());
        for (int i = 0; i < settlements.size(); i++) {
            Geometry cell = OverlayNG.overlay(cells[i], frame, OverlayNG.INTERSECTION, GRID);
            int people = near.get(i).stream().mapToInt(Home::people).sum();
            if (!cell.isEmpty()) {
                groups.add(new Group(settlements.get(i), people, cell));
            }
        }
    }

    private static Geometry[] cells(List<Settlement> settlements, Envelope box) {
        Geometry[] cells = new Geometry[settlements.size()];
        if (settlements.size() == 1) {
            cells[0] = Plane.METRES.toGeometry(box);
            return cells;
        }
        VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
        builder.setSites(settlements.stream().map(Settlement::at).toList());
        Envelope wide = new Envelope(box);
        wide.expandBy(1000);
        builder.setClipEnvelope(wide);
        Geometry diagram = builder.getDiagram(Plane.METRES);
        for (int i = 0; i < diagram.getNumGeometries(); i++) {
            Geometry cell = diagram.getGeometryN(i);
            Coordinate site = (Coordinate) cell.getUserData();
            for (int k = 0; k < settlements.size(); k++) {
                if (settlements.get(k).at().equals2D(site)) {
                    cells[k] = cell;
                }
            }
        }
        for (int k = 0; k < cells.length; k++) {
            cells[k] = cells[k] == null ? Plane.METRES.createPolygon() : cells[k];
        }
        return cells;
    }

    /** Joins the smallest commune with the nearest neighbour that has room, until all are large enough. */
    private void join() {
        while (true) {
            Group small = groups.stream()
                    .filter(group -> group.people < LEAST_PEOPLE && findPartner(group) != null)
                    .min(Comparator.comparingInt((Group group) -> group.people)
                            .thenComparing(group -> group.main.name()))
                    .orElse(null);
            Group partner = small == null ? null : findPartner(small);
            if (small == null || partner == null) {
                return;
            }
            groups.remove(small);
            partner.take(small);
        }
    }

    private @Nullable Group findPartner(Group small) {
        return groups.stream()
                .filter(other ->
                        !other.equals(small) && small.people + other.people <= MOST_PEOPLE && small.touches(other))
                .min(Comparator.comparingDouble(small::distance))
                .orElse(null);
    }

    private List<Commune> finished(DemoLand land) {
        groups.sort(Comparator.comparingDouble((Group group) -> -group.main.at().y)
                .thenComparing(group -> group.main.name()));
        List<Commune> communes = new ArrayList<>();
        for (Group group : groups) {
            Geometry area = UnaryUnionNG.union(group.cells, Plane.METRES, GRID);
            Geometry degrees = new InDegrees(land.plane()).transform(area);
            MultiPolygon valid = Geometries.multiPolygon(degrees.isValid() ? degrees : GeometryFixer.fix(degrees));
            String code = CODE_PREFIX + String.format(Locale.ROOT, "%03d", communes.size() + 1);
            String kind = group.main.urban() ? "Phường " : "Xã ";
            String name = group.main.name() + " (mô phỏng)";
            communes.add(new Commune(code, name, kind + name, group.people, valid));
        }
        return communes;
    }
}
