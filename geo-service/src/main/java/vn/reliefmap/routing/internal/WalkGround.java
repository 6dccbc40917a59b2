package vn.reliefmap.routing.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;
import vn.reliefmap.flood.Water;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.passability.Crossing;
import vn.reliefmap.passability.Passability;
import vn.reliefmap.passability.VehicleClass;

/**
 * Where somebody on foot may go: over ground that is dry or under water of a known depth that an adult can wade, and never
 * over a river, canal or lake, nor a weir. Bridges are not known to it, so a river is never crossed.
 */
final class WalkGround {
    private final BoatGrid grid;
    private final @Nullable WaterPicture picture;
    private final Passability passability;
    private final List<Envelope> wet;

    /** @param area all that will be asked about */
    WalkGround(BoatGrid grid, @Nullable WaterPicture picture, Passability passability, Envelope area) {
        this.grid = grid;
        this.picture = picture;
        this.passability = passability;
        this.wet = picture == null
                ? List.of()
                : picture.wetEnvelopes().stream().filter(area::intersects).toList();
    }

    BoatGrid grid() {
        return grid;
    }

    /** True where no water stands all year. */
    boolean land(int column, int row) {
        return grid.contains(column, row)
                && !grid.permanent(grid.cell(column, row))
                && !grid.barred(grid.cell(column, row));
    }

    /** True when somebody on foot gets along the straight line; asked within the area only. */
    boolean passes(Coordinate a, Coordinate b) {
        Envelope box = new Envelope(a, b);
        return picture == null || wet.stream().noneMatch(box::intersects) || passable(picture, line(a, b));
    }

    /** Permanent water that was seen counts as much as the flood and what is estimated of it. */
    private boolean passable(WaterPicture water, LineString line) {
        return passability
                        .judge(VehicleClass.FOOT, Crossing.ROAD, water.along(line))
                        .passable()
                && passability
                        .judge(VehicleClass.FOOT, Crossing.ROAD, water.floodAlong(line))
                        .passable();
    }

    /** Deepest water on the straight line, which passes. */
    double depthM(Coordinate a, Coordinate b) {
        return picture == null
                ? 0
                : Math.max(
                        picture.along(line(a, b)).depthM(),
                        picture.floodAlong(line(a, b)).depthM());
    }

    boolean unobserved(Coordinate a, Coordinate b) {
        return picture != null && picture.along(line(a, b)).state() == Water.State.UNOBSERVED;
    }

    private static LineString line(Coordinate a, Coordinate b) {
        return Geometries.FACTORY.createLineString(new Coordinate[] {a, b});
    }
}
