package vn.reliefmap.demo.internal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryTransformer;
import vn.reliefmap.basemap.LineKind;
import vn.reliefmap.basemap.MapArea;
import vn.reliefmap.basemap.MapLine;
import vn.reliefmap.geo.LonLat;

/**
 * How many metres the rivers must rise before each cell gets wet. Made up, not measured: low beside rivers and lower
 * still behind their levees, higher inland, on the dunes, in woods, where people built, and on the dams of main roads.
 */
final class Ground {
    /** Never under water: the sea, lagoons and beds that hold water all year. */
    static final double NEVER_M = 99;

    private static final double FAR = 1e9;
    private static final double MOST_CELLS = 350_000;
    private static final double LEAST_CELL_M = 70;
    private static final Map<String, Double> DAMS_M =
            Map.of("motorway", 2.5, "trunk", 1.7, "primary", 1.2, "secondary", 0.85, "tertiary", 0.5);

    private final Plane plane;
    private final Raster raster;
    private final double[] heightsM;
    private final boolean[] soaked;

    Ground(DemoLand land, long seed) {
        plane = land.plane();
        raster = raster(land);
        boolean[] sea = new boolean[raster.size()];
        boolean[] permanent = new boolean[raster.size()];
        double[] wooded = raster.filledWith(0);
        double[] toRiver = raster.filledWith(FAR);
        double[] toCoast = raster.filledWith(FAR);
        double[] toSea = raster.filledWith(FAR);
        for (MapArea area : land.areas()) {
            Geometry shape = inMetres(area.shape());
            boolean lake = shape.getArea() > 200_000;
            raster.inside(shape, cell -> {
                switch (area.kind()) {
                    case SEA -> {
                        sea[cell] = true;
                        toCoast[cell] = 0;
                        toSea[cell] = 0;
                    }
                    case LAGOON -> {
                        sea[cell] = true;
                        toCoast[cell] = 0;
                        toRiver[cell] = Math.min(toRiver[cell], 150);
                    }
                    case WATER -> {
                        permanent[cell] = true;
                        toRiver[cell] = Math.min(toRiver[cell], lake ? 1800 : 2600);
                    }
                    default -> wooded[cell] = 1;
                }
            });
        }
        for (MapLine river : land.rivers()) {
            raster.along(inMetres(river.line()).getCoordinates(), cell -> {
                double headStart = river.kind() == LineKind.RIVER ? permanent[cell] ? 0 : 350 : 1000;
                toRiver[cell] = Math.min(toRiver[cell], headStart);
            });
        }
        spreadAlongBeds(toRiver, permanent);
        soaked = new boolean[raster.size()];
        for (int cell = 0; cell < raster.size(); cell++) {
            soaked[cell] = sea[cell] || permanent[cell];
        }
        double[] dams = dams(land.roads());
        double[] crowd = crowd(land.buildings());
        heightsM = heights(
                seed,
                raster.distances(toRiver),
                raster.distances(toCoast),
                raster.distances(toSea),
                raster.blurred(crowd, 1),
                raster.blurred(crowd, 7),
                dams);
        double[] hills = raster.blurred(wooded, 8);
        for (int cell = 0; cell < raster.size(); cell++) {
            heightsM[cell] = sea[cell] ? NEVER_M : heightsM[cell] + 6 * hills[cell];
        }
    }

    Plane plane() {
        return plane;
    }

    Raster raster() {
        return raster;
    }

    /** Metres above the rivers' ordinary level by cell; {@link #NEVER_M} on the sea and lagoons. */
    double[] heightsM() {
        return heightsM;
    }

    /** Metres of water above ground at a place (plane metres) when the rivers stand so high; 0 when dry. */
    double depthM(double waterM, Coordinate at) {
        return Math.max(0, waterM - raster.at(heightsM, at.x, at.y));
    }

    /** Whether people could live at a place (plane metres): inside the frame, and on no water. */
    boolean settled(Coordinate at) {
        int cell = raster.cell(at.x, at.y);
        return cell >= 0 && !soaked[cell];
    }

    Geometry inMetres(Geometry degrees) {
        return new GeometryTransformer() {
            @Override
            protected @Nullable CoordinateSequence transformCoordinates(
                    CoordinateSequence coordinates, Geometry parent) {
                // A new array: the sequence's own one belongs to the geometry in degrees.
                Coordinate[] metres = new Coordinate[coordinates.size()];
                for (int i = 0; i < metres.length; i++) {
                    metres[i] = plane.metres(coordinates.getX(i), coordinates.getY(i));
                }
                return Plane.METRES.getCoordinateSequenceFactory().create(metres);
            }
        }.transform(degrees);
    }

    private static Raster raster(DemoLand land) {
        Plane plane = land.plane();
        Coordinate southWest = plane.metres(land.box().minLon(), land.box().minLat());
        Coordinate northEast = plane.metres(land.box().maxLon(), land.box().maxLat());
        double width = northEast.x - southWest.x;
        double height = northEast.y - southWest.y;
        double cell = Math.max(LEAST_CELL_M, Math.sqrt(width * height / MOST_CELLS));
        return new Raster(
                Math.floor(southWest.x),
                Math.floor(southWest.y),
                cell,
                Math.max(3, (int) Math.ceil(width / cell)),
                Math.max(3, (int) Math.ceil(height / cell)));
    }

    /** A bed that a river line runs through is river over its whole breadth. */
    private void spreadAlongBeds(double[] toRiver, boolean[] permanent) {
        for (int round = 0; round < 6; round++) {
            for (int cell = 0; cell < raster.size(); cell++) {
                if (!permanent[cell] || toRiver[cell] == 0) {
                    continue;
                }
                int column = cell % raster.columns();
                boolean beside = (column > 0 && toRiver[cell - 1] == 0)
                        || (column + 1 < raster.columns() && toRiver[cell + 1] == 0)
                        || (cell >= raster.columns() && toRiver[cell - raster.columns()] == 0)
                        || (cell + raster.columns() < raster.size() && toRiver[cell + raster.columns()] == 0);
                if (beside) {
                    toRiver[cell] = 0;
                }
            }
        }
    }

    private double[] dams(List<MapLine> roads) {
        double[] dams = raster.filledWith(0);
        for (MapLine road : roads) {
            Double height = DAMS_M.get(road.lineClass());
            if (height != null && !road.bridge()) {
                raster.along(inMetres(road.line()).getCoordinates(), cell -> raise(dams, cell, height));
            }
        }
        return dams;
    }

    /** A dam is three cells broad, so that contours between the middles of cells do not cut it. */
    private void raise(double[] dams, int middle, double height) {
        for (int row = -1; row <= 1; row++) {
            for (int column = -1; column <= 1; column++) {
                int cell = middle + row * raster.columns() + column;
                if (cell >= 0 && cell < dams.length) {
                    dams[cell] = Math.max(dams[cell], height);
                }
            }
        }
    }

    private double[] crowd(List<LonLat> buildings) {
        double[] crowd = raster.filledWith(0);
        for (LonLat building : buildings) {
            Coordinate c = plane.metres(building.lon(), building.lat());
            int cell = raster.cell(c.x, c.y);
            if (cell >= 0) {
                crowd[cell] += 1e4 / (raster.cellM() * raster.cellM());
            }
        }
        return crowd;
    }

    // village: houses per hectare close by; town: houses per hectare within half a kilometre.
    private double[] heights(
            long seed,
            double[] toRiver,
            double[] toCoast,
            double[] toSea,
            double[] village,
            double[] town,
            double[] dams) {
        Noise wide = new Noise(seed ^ 71, 4200);
        Noise middle = new Noise(seed ^ 72, 1500);
        Noise small = new Noise(seed ^ 73, 460);
        double[] heights = new double[raster.size()];
        for (int cell = 0; cell < raster.size(); cell++) {
            double x = raster.x(cell);
            double y = raster.y(cell);
            double inland = Math.min(40_000, toCoast[cell]);
            // The plain narrows towards the hills: the same distance from the river counts for more there.
            double away = toRiver[cell] * (1 + Math.max(0, inland - 6500) / 6500) / 3400;
            double rise = 2.6 * away * away / (1 + away * away) + 0.35 * away;
            double levee = 0.45 * Math.max(0, 1 - toRiver[cell] / 350);
            double dune = 3.4 * Math.max(0, Math.min(1, (2300 - toSea[cell]) / 1300));
            double rough = 0.85 * wide.at(x, y) + 0.6 * middle.at(x, y) + 0.32 * small.at(x, y);
            double built = 0.45 * Math.min(1, village[cell] / 6) + 1.0 * Math.min(1, town[cell] / 8);
            heights[cell] = 0.55 + rise + levee + dune + rough + built + dams[cell];
        }
        return heights;
    }
}
