package vn.reliefmap.basemap.internal;

import java.awt.Font;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.operation.linemerge.LineMerger;
import vn.reliefmap.basemap.AreaKind;
import vn.reliefmap.basemap.LineKind;

/** Decides which names a block of tiles shows and where; what matters more is placed first. */
final class LabelLayout {
    private static final LabelBlock.Ink STRONG = new LabelBlock.Ink(MapStyle.INK, 2);
    private static final LabelBlock.Ink SOFT = new LabelBlock.Ink(MapStyle.INK_2, 2);
    private static final LabelBlock.Ink WATER = new LabelBlock.Ink(MapStyle.INK_2, 1.5);
    private static final double STEP_PX = 6;
    private static final double STRAIGHT_ENOUGH = 0.96;
    private static final double SAME_NAME_PX = 380;
    private static final List<String> PLACE_ORDER = List.of(
            "city",
            "archipelago",
            "island",
            "town",
            "suburb",
            "village",
            "quarter",
            "islet",
            "hamlet",
            "neighbourhood",
            "isolated_dwelling",
            "locality");

    private static final int LARGE_CITY = 100_000;

    private final LabelFonts fonts;
    private final PixelFrame frame;
    private final LabelBlock block;

    LabelLayout(LabelFonts fonts, PixelFrame frame) {
        this.fonts = fonts;
        this.frame = frame;
        this.block = new LabelBlock(frame.size());
    }

    LabelBlock block() {
        return block;
    }

    void fixedNames() {
        for (FixedName name : FixedName.ALL) {
            double x = frame.x(name.at().x);
            double y = frame.y(name.at().y);
            if (frame.zoom() < name.minZoom() || x < 0 || y < 0 || x >= frame.size() || y >= frame.size()) {
                continue;
            }
            if (block.near(name.text(), x, y, SAME_NAME_PX)) {
                continue;
            }
            block.place(name.text(), fonts.outline(name.text(), Font.PLAIN, 12), x, name.dot() ? y - 12 : y, STRONG);
            if (name.dot()) {
                block.dot(x, y, STRONG);
            }
        }
    }

    void places(List<TileSource.DrawnPlace> places) {
        places.stream()
                .sorted(Comparator.comparingInt((TileSource.DrawnPlace place) -> PLACE_ORDER.indexOf(place.kind()))
                        .thenComparing(Comparator.comparingInt(TileSource.DrawnPlace::population)
                                .reversed())
                        .thenComparing(TileSource.DrawnPlace::name)
                        .thenComparingDouble(place -> place.at().x))
                .forEach(this::place);
    }

    private void place(TileSource.DrawnPlace place) {
        double x = frame.x(place.at().x);
        double y = frame.y(place.at().y);
        if (x < 0 || y < 0 || x >= frame.size() || y >= frame.size()) {
            return;
        }
        // One place is often drawn as several kinds, for example a ward as city and quarter.
        if (block.near(place.name(), x, y, 120)) {
            return;
        }
        int style = place.kind().equals("city") || place.kind().equals("town") ? Font.BOLD : Font.PLAIN;
        double size =
                switch (place.kind()) {
                    case "city" -> frame.zoom() >= 10 && place.population() >= LARGE_CITY ? 14.5 : 12.5;
                    case "town" -> 12.5;
                    case "suburb", "village", "quarter", "island", "archipelago" -> 11.5;
                    default -> 10.5;
                };
        LabelBlock.Ink ink = size > 11 ? STRONG : SOFT;
        Path2D outline = fonts.outline(LabelFonts.wrap(place.name()), style, size);
        for (double dy : new double[] {0, -14, 14}) {
            if (block.place(place.name(), outline, x, y + dy, ink)) {
                return;
            }
        }
    }

    void waters(List<TileSource.DrawnArea> areas) {
        areas.stream()
                .filter(area -> area.kind() != AreaKind.WOOD && area.kind() != AreaKind.BUILT_UP)
                .sorted(Comparator.comparingDouble(
                        (TileSource.DrawnArea area) -> -area.shape().getArea()))
                .forEach(area -> {
                    String name = area.name();
                    if (name == null) {
                        return;
                    }
                    Path2D outline = fonts.outline(LabelFonts.wrap(name), Font.ITALIC, 11);
                    double needed = outline.getBounds2D().getWidth()
                            * outline.getBounds2D().getHeight();
                    double latitude = area.shape().getEnvelopeInternal().centre().y;
                    double areaPx = area.shape().getArea()
                            / Math.pow(frame.degreesPerPixel(), 2)
                            / Math.cos(Math.toRadians(latitude));
                    Point inside = area.shape().getInteriorPoint();
                    double x = frame.x(inside.getX());
                    double y = frame.y(inside.getY());
                    if (areaPx > needed * 0.7 && !block.near(name, x, y, SAME_NAME_PX)) {
                        block.place(name, outline, x, y, WATER);
                    }
                });
    }

    void waterways(List<TileSource.DrawnLine> lines) {
        int zoom = frame.zoom();
        along(
                lines,
                line -> (line.kind() == LineKind.RIVER && zoom >= 10)
                        || (line.kind() == LineKind.CANAL && zoom >= 13)
                        || (line.kind() == LineKind.STREAM && zoom >= 14),
                Font.ITALIC,
                11,
                WATER);
    }

    void roadNumbers(List<TileSource.DrawnLine> lines) {
        int leastRank = frame.zoom() >= 12 ? 3 : frame.zoom() >= 10 ? 4 : 5;
        if (frame.zoom() < 8) {
            return;
        }
        groups(lines, line -> isRoad(line, leastRank), TileSource.DrawnLine::ref)
                .forEach((ref, roads) -> {
                    String text = ref.split("[;,]")[0].strip();
                    if (text.isEmpty() || text.length() > 9) {
                        return;
                    }
                    Path2D outline = fonts.outline(text, Font.PLAIN, 9.5);
                    for (LineString road : roads) {
                        for (Coordinate at : samples(road, 40)) {
                            if (!block.near(text, at.x, at.y, SAME_NAME_PX)) {
                                block.placePlate(text, outline, at.x, at.y, STRONG);
                            }
                        }
                    }
                });
    }

    void roadNames(List<TileSource.DrawnLine> lines) {
        int zoom = frame.zoom();
        if (zoom >= 13) {
            int leastRank = zoom >= 16 ? 0 : zoom == 15 ? 2 : zoom == 14 ? 3 : 4;
            along(lines, line -> isRoad(line, leastRank), Font.PLAIN, 10.5, SOFT);
        }
    }

    private static boolean isRoad(TileSource.DrawnLine line, int leastRank) {
        return line.kind() == LineKind.ROAD
                && MapStyle.roadRank(line.word()) >= leastRank
                && !line.word().endsWith("_link");
    }

    private void along(
            List<TileSource.DrawnLine> lines,
            Predicate<TileSource.DrawnLine> wanted,
            int style,
            double size,
            LabelBlock.Ink ink) {
        groups(lines, wanted, TileSource.DrawnLine::name).forEach((name, parts) -> {
            Path2D outline = fonts.outline(name, style, size);
            int steps = (int) Math.ceil((outline.getBounds2D().getWidth() + 6) / STEP_PX);
            for (LineString part : parts) {
                List<Coordinate> points = samples(part, STEP_PX);
                for (int i = 0; i + steps < points.size(); i++) {
                    Coordinate from = points.get(i);
                    Coordinate to = points.get(i + steps);
                    Coordinate middle = points.get(i + steps / 2);
                    if (from.distance(to) > STRAIGHT_ENOUGH * steps * STEP_PX
                            && !block.near(name, middle.x, middle.y, SAME_NAME_PX)) {
                        double angle = Math.atan2(to.y - from.y, to.x - from.x);
                        double x = (from.x + to.x + 2 * middle.x) / 4;
                        double y = (from.y + to.y + 2 * middle.y) / 4;
                        block.placeTurned(name, outline, x, y, angle, ink);
                    }
                }
            }
        });
    }

    /** The wanted lines by their word, joined where they meet, in pixels, the longest first. */
    private Map<String, List<LineString>> groups(
            List<TileSource.DrawnLine> lines, Predicate<TileSource.DrawnLine> wanted, Word word) {
        Map<String, LineMerger> mergers = new TreeMap<>();
        for (TileSource.DrawnLine line : lines) {
            String key = word.of(line);
            if (key != null && wanted.test(line)) {
                mergers.computeIfAbsent(key, k -> new LineMerger()).add(line.line());
            }
        }
        Map<String, List<LineString>> groups = new TreeMap<>();
        mergers.forEach((key, merger) -> {
            List<LineString> merged = new ArrayList<>();
            for (Object line : (Collection<?>) merger.getMergedLineStrings()) {
                merged.add((LineString) line);
            }
            merged.sort(Comparator.comparingDouble((LineString line) -> -line.getLength())
                    .thenComparing(line -> line.getCoordinateN(0)));
            groups.put(key, merged);
        });
        return groups;
    }

    /** Points along the line, in pixels, one every so many pixels. */
    private List<Coordinate> samples(LineString line, double step) {
        List<Coordinate> samples = new ArrayList<>();
        Coordinate before = null;
        double toNext = step / 2;
        for (Coordinate degrees : line.getCoordinates()) {
            Coordinate here = new Coordinate(frame.x(degrees.x), frame.y(degrees.y));
            if (before != null) {
                double length = before.distance(here);
                double done = 0;
                while (length - done >= toNext) {
                    done += toNext;
                    double share = done / length;
                    samples.add(new Coordinate(
                            before.x + (here.x - before.x) * share, before.y + (here.y - before.y) * share));
                    toNext = step;
                }
                toNext -= length - done;
            }
            before = here;
        }
        return samples;
    }

    /** A text that a line carries. */
    private interface Word {
        @Nullable
        String of(TileSource.DrawnLine line);
    }
}
