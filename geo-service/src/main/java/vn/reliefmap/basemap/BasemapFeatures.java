package vn.reliefmap.basemap;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import vn.reliefmap.geo.Bbox;
import vn.reliefmap.geo.LonLat;

/**
 * What the current import holds, for other rooms. Features whose box touches the asked box are given whole, in the
 * order of their OpenStreetMap ids; without a current import there are none. Thread-safe.
 *
 * <p>The {@code each…} methods read in portions and hold one portion in memory; the consumer may not touch the
 * database in a way that waits for this reader.
 */
public interface BasemapFeatures {

    Optional<CurrentBasemap> findCurrent();

    void eachLine(Set<LineKind> kinds, Bbox box, Consumer<MapLine> consumer);

    void eachArea(Set<AreaKind> kinds, Bbox box, Consumer<MapArea> consumer);

    /**
     * Waters of one import, current or not, that boats use all year: rivers and canals as LineStrings, lagoons, lakes and
     * rivers with two banks as MultiPolygons. Streams, ditches and the sea are left out.
     */
    void eachNavigableWater(long importId, Consumer<Geometry> consumer);

    /**
     * Areas of one import, current or not, that are water all year: rivers with two banks, lakes, lagoons. Basins, seasonal and
     * tidal waters and the sea are left out, and so is all water of an import that did not tell them apart.
     */
    void eachPermanentWater(long importId, Consumer<MultiPolygon> consumer);

    /** Where roads cross these ways of the waters, in the order of the roads' OpenStreetMap ids. */
    List<RoadOverWater> listRoadsOver(Set<Long> waterWays);

    /** Centres of buildings. */
    void eachBuilding(Bbox box, Consumer<LonLat> consumer);

    List<MapLine> listLines(Set<LineKind> kinds, Bbox box);

    List<MapArea> listAreas(Set<AreaKind> kinds, Bbox box);

    List<LonLat> listBuildings(Bbox box);

    List<MapPlace> listPlaces(Bbox box);
}
