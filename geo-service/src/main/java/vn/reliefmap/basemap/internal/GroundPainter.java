package vn.reliefmap.basemap.internal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import vn.reliefmap.basemap.AreaKind;
import vn.reliefmap.basemap.LineKind;

/** Draws everything of a frame but its labels, from the ground up: land, sea, woods, water, buildings, rails, roads. */
final class GroundPainter {
    private record Road(String word, int level, Shape path) {}

    private static final int BRIDGE_LEVEL = 10;
    private static final int TERTIARY_RANK = 2;
    /** From here on small streets have borders. */
    private static final int MINOR_CASING_ZOOM = 17;
    /** Zooms whose edges run along the pixels: the picture is crowded there, and soft edges take a fifth of its bytes. */
    private static final int CRISP_FROM_ZOOM = 12;

    private static final int CRISP_TO_ZOOM = 16;

    private final Graphics2D g;
    private final PixelFrame frame;

    GroundPainter(Graphics2D g, PixelFrame frame) {
        this.g = g;
        this.frame = frame;
        smooth(frame.zoom() < CRISP_FROM_ZOOM || frame.zoom() > CRISP_TO_ZOOM);
    }

    void land() {
        g.setColor(MapStyle.LAND);
        g.fillRect(0, 0, frame.size(), frame.size());
    }

    /** Woods and settlements, each a path of its own: one path for all would leave holes where two overlap. */
    void grounds(List<TileSource.DrawnArea> areas) {
        for (TileSource.DrawnArea area : areas) {
            switch (area.kind()) {
                case WOOD -> fill(MapStyle.WOOD, frame.path(area.shape()));
                case BUILT_UP -> fill(MapStyle.BUILT_UP, frame.path(area.shape()));
                case WATER, LAGOON, SEA -> {}
            }
        }
    }

    void waters(List<TileSource.DrawnArea> areas) {
        List<Shape> waters = new ArrayList<>();
        for (TileSource.DrawnArea area : areas) {
            if (area.kind() == AreaKind.SEA) {
                fill(MapStyle.SEA, frame.path(area.shape()));
            } else if (area.kind() == AreaKind.WATER || area.kind() == AreaKind.LAGOON) {
                waters.add(frame.path(area.shape()));
            }
        }
        // All banks first, so that the parts a river is cut into join without a line across it.
        waters.forEach(water -> draw(MapStyle.BANK, round(frame.zoom() < 12 ? 1 : 2), water));
        waters.forEach(water -> fill(MapStyle.WATER, water));
    }

    void waterways(List<TileSource.DrawnLine> lines) {
        for (TileSource.DrawnLine line : lines) {
            LineKind kind = line.kind();
            if (kind == LineKind.RIVER || kind == LineKind.CANAL || kind == LineKind.STREAM) {
                double width = MapStyle.waterwayWidth(line.word(), frame.zoom());
                Shape path = frame.path(line.line());
                // Thin water would be lost on the land without a bank.
                draw(MapStyle.BANK, round(width < 2 ? width * 0.6 : width + 1.2), path);
                if (width >= 2) {
                    draw(MapStyle.WATER, round(width), path);
                }
            }
        }
    }

    void coast(List<TileSource.DrawnLine> lines) {
        for (TileSource.DrawnLine line : lines) {
            if (line.kind() == LineKind.COASTLINE) {
                draw(MapStyle.BANK, round(frame.zoom() < 12 ? 0.6 : 1), frame.path(line.line()));
            }
        }
    }

    void buildings(List<Coordinate> buildings) {
        int side = (frame.zoom() - 15) * 3 + 1;
        g.setColor(MapStyle.BUILDING);
        for (Coordinate at : buildings) {
            g.fillRect(
                    (int) Math.floor(frame.x(at.x)) - side / 2, (int) Math.floor(frame.y(at.y)) - side / 2, side, side);
        }
    }

    void rails(List<TileSource.DrawnLine> lines) {
        int zoom = frame.zoom();
        for (TileSource.DrawnLine line : lines) {
            if (line.kind() == LineKind.RAIL) {
                Shape path = frame.path(line.line());
                draw(MapStyle.RAIL, round(zoom < 12 ? 0.9 : zoom < 15 ? 1.8 : 2.6), path);
                if (zoom >= 12) {
                    float[] dash = {zoom < 15 ? 5 : 8};
                    float width = zoom < 15 ? 0.9f : 1.5f;
                    BasicStroke inner =
                            new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
                    draw(MapStyle.PAPER, inner, path);
                }
            }
        }
    }

    /** Roads by rank, each rank's casings under its fillings; what runs on bridges above what does not. */
    void roads(List<TileSource.DrawnLine> lines) {
        Map<Integer, List<Road>> levels = new TreeMap<>();
        for (TileSource.DrawnLine line : lines) {
            if (line.kind() == LineKind.ROAD) {
                int level = MapStyle.roadRank(line.word()) + (line.bridge() && frame.zoom() >= 13 ? BRIDGE_LEVEL : 0);
                Road road = new Road(line.word(), level, frame.path(line.line()));
                levels.computeIfAbsent(level, l -> new ArrayList<>()).add(road);
            }
        }
        levels.forEach((level, roads) -> {
            roads.forEach(this::casing);
            roads.forEach(this::filling);
        });
    }

    private void casing(Road road) {
        int rank = MapStyle.roadRank(road.word());
        double width = MapStyle.roadWidth(road.word(), frame.zoom());
        if (rank < 0) {
            float[] dash = {3, 2};
            BasicStroke dashes = new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
            draw(MapStyle.CASING, dashes, road.path());
        } else if (road.level() >= BRIDGE_LEVEL) {
            BasicStroke wide = new BasicStroke((float) width + 2.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
            draw(MapStyle.BANK, wide, road.path());
        } else if (rank > TERTIARY_RANK || (rank == TERTIARY_RANK && (frame.zoom() < 12 || frame.zoom() > 14))) {
            draw(MapStyle.CASING, round(width + (frame.zoom() < 12 ? 1.1 : 1.6)), road.path());
        } else if (frame.zoom() >= MINOR_CASING_ZOOM) {
            // Below, white streets on the land are enough; their borders would crowd the picture and the wire.
            draw(MapStyle.MINOR_CASING, round(width + 1.2), road.path());
        }
    }

    private void filling(Road road) {
        if (MapStyle.roadRank(road.word()) >= 0) {
            draw(MapStyle.PAPER, round(MapStyle.roadWidth(road.word(), frame.zoom())), road.path());
        }
    }

    /** Soft edges, or edges along the pixels. */
    private void smooth(boolean smooth) {
        g.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING,
                smooth ? RenderingHints.VALUE_ANTIALIAS_ON : RenderingHints.VALUE_ANTIALIAS_OFF);
    }

    private void fill(Color colour, Shape shape) {
        g.setColor(colour);
        g.fill(shape);
    }

    private void draw(Color colour, BasicStroke stroke, Shape shape) {
        g.setColor(colour);
        g.setStroke(stroke);
        g.draw(shape);
    }

    private static BasicStroke round(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }
}
