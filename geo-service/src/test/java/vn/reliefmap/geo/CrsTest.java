package vn.reliefmap.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Golden points: domain facts, section 7. One millimetre is about 9e-9 degrees here. */
class CrsTest {
    private static final double MILLIMETRE_DEG = 1e-8;

    @Test
    void vn2000OfQuangTriGoesToTheGoldenPointAndBack() {
        Coordinate there =
                new Crs(9212).toLonLat(point(574436.567, 1852697.537)).getCoordinate();
        assertThat(there.x).isCloseTo(106.95, within(MILLIMETRE_DEG));
        assertThat(there.y).isCloseTo(16.75, within(MILLIMETRE_DEG));
        Coordinate back = new Crs(9212).fromLonLat(point(106.95, 16.75)).getCoordinate();
        assertThat(back.x).isCloseTo(574436.567, within(0.001));
        assertThat(back.y).isCloseTo(1852697.537, within(0.001));
    }

    @Test
    void vn2000RoundNumbersAgreeWithProj() {
        Coordinate c = new Crs(9212).toLonLat(point(600000, 1850000)).getCoordinate();
        assertThat(c.x).isCloseTo(107.189628272, within(MILLIMETRE_DEG));
        assertThat(c.y).isCloseTo(16.724672682, within(MILLIMETRE_DEG));
    }

    @Test
    void theZonesOfTheOtherProvincesDifferByTheirMeridianOnly() {
        double at10600 = new Crs(9211).toLonLat(point(600000, 1850000)).getCoordinate().x;
        double at10615 = new Crs(9212).toLonLat(point(600000, 1850000)).getCoordinate().x;
        assertThat(at10615 - at10600).isCloseTo(0.25, within(1e-4));
        assertThat(new Crs(3405).toLonLat(point(600000, 1850000)).getCoordinate().x)
                .isCloseTo(105.939938, within(1e-6));
        assertThat(new Crs(3406).toLonLat(point(600000, 1850000)).getCoordinate().x)
                .isCloseTo(111.939913, within(1e-6));
    }

    @Test
    void utm48IsLongitudeFirst() {
        Coordinate c = new Crs(32648).toLonLat(point(500000, 1850000)).getCoordinate();
        assertThat(c.x).isCloseTo(105, within(1e-9));
        assertThat(c.y).isBetween(16.0, 17.0);
    }

    @Test
    void areaIsMeasuredOnTheGround() {
        Geometry square =
                new Crs(32648).toLonLat(Geometries.FACTORY.toGeometry(new Envelope(700000, 701000, 1850000, 1851000)));
        assertThat(Crs.areaSquareMeters(square)).isCloseTo(1_000_000, within(0.01));
        Geometry verona = Geometries.FACTORY.toGeometry(new Envelope(10.85, 10.86, 45.48, 45.49));
        assertThat(Crs.areaSquareMeters(verona)).isBetween(860_000.0, 875_000.0);
        assertThat(Crs.areaSquareMeters(Geometries.FACTORY.createPolygon())).isZero();
    }

    @Test
    void namesOfManyFormsAreUnderstood() {
        assertThat(Crs.parse("EPSG:9212").epsg()).isEqualTo(9212);
        assertThat(Crs.parse(" 32648 ").epsg()).isEqualTo(32648);
        assertThat(Crs.parse("urn:ogc:def:crs:EPSG::3405").epsg()).isEqualTo(3405);
        assertThat(Crs.parse("urn:ogc:def:crs:OGC:1.3:CRS84").epsg()).isEqualTo(4326);
    }

    @Test
    void anUnknownCodeIsSaidWithTheExpectedForm() {
        for (String wrong : new String[] {"EPSG:99999", "VN-2000", "", "EPSG:", "EPSG:-9212", "urn:x:9212"}) {
            assertThatThrownBy(() -> Crs.parse(wrong))
                    .as(wrong)
                    .hasMessageStartingWith("UNKNOWN_CRS")
                    .hasFieldOrPropertyWithValue("problem.expected", Crs.EXPECTED);
        }
    }

    private static Geometry point(double x, double y) {
        return Geometries.FACTORY.createPoint(new Coordinate(x, y));
    }
}
