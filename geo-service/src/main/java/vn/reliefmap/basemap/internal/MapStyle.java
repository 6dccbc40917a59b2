package vn.reliefmap.basemap.internal;

import java.awt.Color;
import java.util.Map;

/**
 * Colours and widths of the base map; the tokens of the light map, permanent water readable beside any flood.
 * They are few, since half a byte a pixel holds sixteen.
 */
final class MapStyle {
    static final Color LAND = new Color(0xF1EFE9);
    static final Color WOOD = new Color(0xE6E4DA);
    static final Color BUILT_UP = new Color(0xEAE6DE);
    static final Color SEA = new Color(0xC9D1D6);
    static final Color WATER = new Color(0xAEB9C0);
    static final Color BANK = new Color(0x57666F);
    static final Color BUILDING = new Color(0xD9D3C8);
    static final Color PAPER = Color.WHITE;
    static final Color CASING = new Color(0x98A1A7);
    static final Color MINOR_CASING = new Color(0xC3C6C4);
    static final Color RAIL = BANK;
    static final Color INK = new Color(0x14202B);
    static final Color INK_2 = BANK;

    /** Widths at zooms 6, 8, 10, 12, 14, 16 and 18, in pixels; 0 where the class is not drawn. */
    private static final Map<String, double[]> ROAD_WIDTHS = Map.ofEntries(
            Map.entry("motorway", new double[] {0.9, 1.3, 2.0, 3.4, 5.5, 9, 18}),
            Map.entry("trunk", new double[] {0.9, 1.2, 1.8, 3.2, 5.2, 9, 18}),
            Map.entry("primary", new double[] {0, 0.9, 1.5, 2.8, 4.8, 8.5, 17}),
            Map.entry("secondary", new double[] {0, 0, 1.0, 2.2, 4.2, 8, 16}),
            Map.entry("tertiary", new double[] {0, 0, 0.8, 1.6, 3.4, 7, 15}),
            Map.entry("service", new double[] {0, 0, 0, 0, 1.0, 3, 8}),
            Map.entry("track", new double[] {0, 0, 0, 0, 0.9, 1.6, 4}));

    private static final double[] STREET_WIDTHS = {0, 0, 0, 0.7, 2.0, 5.5, 13};
    private static final double[] RIVER_WIDTHS = {0.5, 0.8, 1.2, 2.0, 3.2, 5.5, 10};
    private static final double[] CANAL_WIDTHS = {0, 0.4, 0.6, 1.0, 1.8, 3.2, 6};

    private MapStyle() {}

    /** Order of drawing: what carries more traffic lies above. */
    static int roadRank(String roadClass) {
        return switch (roadClass.replace("_link", "")) {
            case "motorway" -> 6;
            case "trunk" -> 5;
            case "primary" -> 4;
            case "secondary" -> 3;
            case "tertiary" -> 2;
            case "unclassified", "residential", "living_street", "road", "pedestrian", "busway" -> 1;
            case "service", "track" -> 0;
            default -> -1;
        };
    }

    static double roadWidth(String roadClass, int zoom) {
        boolean link = roadClass.endsWith("_link");
        double width = at(ROAD_WIDTHS.getOrDefault(roadClass.replace("_link", ""), STREET_WIDTHS), zoom);
        return link ? width * 0.7 : width;
    }

    static double waterwayWidth(String word, int zoom) {
        return switch (word) {
            case "river" -> at(RIVER_WIDTHS, zoom);
            case "canal" -> at(CANAL_WIDTHS, zoom);
            default -> at(CANAL_WIDTHS, zoom) * 0.6;
        };
    }

    private static double at(double[] widths, int zoom) {
        double place = (Math.max(6, Math.min(18, zoom)) - 6) / 2.0;
        int lower = (int) place;
        double share = place - lower;
        double upper = widths[Math.min(lower + 1, widths.length - 1)];
        return widths[lower] * (1 - share) + upper * share;
    }
}
