package vn.reliefmap.basemap.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import vn.reliefmap.basemap.AreaKind;
import vn.reliefmap.geo.Geometries;

class CutWatersTest {
    private static final Envelope ROADS = new Envelope(107.0, 107.4, 16.6, 17.0);

    private final CutWaters waters = new CutWaters();

    @Test
    void theSeaIsRightOfACoastThatLeavesTheExtractAtBothEnds() {
        // Northward: the water lies in the east.
        waters.addCoastline(line(107.3, 16.5, 107.3, 17.1));

        MultiPolygon sea = waters.complete(ROADS).sea();

        assertThat(sea.contains(point(107.35, 16.8))).isTrue();
        assertThat(sea.contains(point(107.45, 16.8)))
                .as("a little beyond the roads")
                .isTrue();
        assertThat(sea.contains(point(107.25, 16.8))).isFalse();
    }

    @Test
    void anIslandIsLandAndACoastThatEndsInTheMiddleGivesNoSea() {
        waters.addCoastline(line(107.3, 16.5, 107.3, 17.1));
        // Anticlockwise: land on the left, inside.
        waters.addCoastline(line(107.34, 16.8, 107.36, 16.8, 107.36, 16.82, 107.34, 16.82, 107.34, 16.8));
        MultiPolygon sea = waters.complete(ROADS).sea();
        assertThat(sea.contains(point(107.35, 16.81))).isFalse();
        assertThat(sea.contains(point(107.37, 16.81))).isTrue();

        CutWaters broken = new CutWaters();
        broken.addCoastline(line(107.2, 16.5, 107.2, 16.8));
        assertThat(broken.complete(ROADS).sea().isEmpty()).isTrue();
    }

    @Test
    void aLagoonThatGoesOnBeyondTheExtractIsTheSideWithoutRoads() {
        for (int i = 0; i < 38; i++) {
            double lat = 16.61 + i * 0.01;
            waters.addRoad(line(107.01, lat, 107.25, lat));
            waters.addRoad(line(107.02, lat, 107.24, lat));
        }
        CutWaters.Open lagoon =
                new CutWaters.Open(7, 5, 2, AreaKind.LAGOON, "Đầm", true, List.of(line(107.3, 16.55, 107.3, 17.05)));
        waters.addOpen(lagoon);

        MultiPolygon shape = waters.complete(ROADS).waters().get(lagoon);

        assertThat(shape != null && shape.contains(point(107.35, 16.8))).isTrue();
        assertThat(shape != null && shape.contains(point(107.1, 16.8))).isFalse();
    }

    private static LineString line(double... lonLats) {
        Coordinate[] coordinates = new Coordinate[lonLats.length / 2];
        for (int i = 0; i < coordinates.length; i++) {
            coordinates[i] = new Coordinate(lonLats[2 * i], lonLats[2 * i + 1]);
        }
        return Geometries.FACTORY.createLineString(coordinates);
    }

    private static Point point(double lon, double lat) {
        return Geometries.FACTORY.createPoint(new Coordinate(lon, lat));
    }
}
