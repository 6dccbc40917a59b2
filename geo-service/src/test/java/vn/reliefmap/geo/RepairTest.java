package vn.reliefmap.geo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class RepairTest {
    @Test
    void aSoundAreaIsLeftAlone() throws ParseException {
        Repair repair = Repair.of(wkt("POLYGON ((107 16, 107.1 16, 107.1 16.1, 107 16.1, 107 16))"));
        assertThat(repair.changed()).isFalse();
        assertThat(repair.area().getNumGeometries()).isEqualTo(1);
    }

    @Test
    void aPolygonThatCrossesItselfBecomesTwoSoundParts() throws ParseException {
        Repair repair = Repair.of(wkt("POLYGON ((107 16, 107.2 16.2, 107.2 16, 107 16.2, 107 16))"));
        assertThat(repair.changed()).isTrue();
        assertThat(repair.area().isValid()).isTrue();
        assertThat(repair.area().getNumGeometries()).isEqualTo(2);
        assertThat(repair.area().getSRID()).isEqualTo(4326);
    }

    @Test
    void anIslandInAHoleStays() throws ParseException {
        Geometry lake = wkt("MULTIPOLYGON (((107 16, 107.9 16, 107.9 16.9, 107 16.9, 107 16),"
                + " (107.2 16.2, 107.2 16.7, 107.7 16.7, 107.7 16.2, 107.2 16.2)),"
                + " ((107.4 16.4, 107.5 16.4, 107.5 16.5, 107.4 16.5, 107.4 16.4)))");
        Repair repair = Repair.of(lake);
        assertThat(repair.changed()).isFalse();
        assertThat(repair.area().getArea()).isEqualTo(lake.getArea());
    }

    @Test
    void aRingWithoutWidthLeavesNothing() throws ParseException {
        Repair repair = Repair.of(wkt("POLYGON ((107 16, 107.1 16, 107.2 16, 107 16))"));
        assertThat(repair.changed()).isTrue();
        assertThat(repair.area().isEmpty()).isTrue();
    }

    @Test
    void aSliverPressedFlatByRoundingKeepsItsPlace() throws ParseException {
        Repair repair = Repair.of(wkt("POLYGON ((107.280645 16.225704, 107.280645 16.225703, 107.280645 16.225704,"
                + " 107.280645 16.225704))"));
        assertThat(repair.changed()).isTrue();
        assertThat(repair.area().isValid()).isTrue();
        assertThat(Crs.areaSquareMeters(repair.area())).isBetween(0.001, 0.1);
    }

    private static Geometry wkt(String text) throws ParseException {
        return new WKTReader(Geometries.FACTORY).read(text);
    }
}
