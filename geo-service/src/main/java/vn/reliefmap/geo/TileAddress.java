package vn.reliefmap.geo;

import vn.reliefmap.kernel.Problem;

/**
 * A square of the world in Web Mercator, as map programs count: 2^zoom by 2^zoom of them, x from the west, y from the north.
 *
 * @param zoom 0 to 22
 */
public record TileAddress(int zoom, int x, int y) {
    private static final int DEEPEST_ZOOM = 22;
    private static final String EXPECTED = "{z}/{x}/{y}, e.g. 12/3272/1860";

    /** Reads three whole numbers; a {@code TILE_ADDRESS} problem (400) when they are none, or name no tile. */
    public static TileAddress read(String zoom, String x, String y) {
        for (String number : new String[] {zoom, x, y}) {
            if (!number.matches("[0-9]{1,7}")) {
                throw wrong();
            }
        }
        TileAddress address = new TileAddress(Integer.parseInt(zoom), Integer.parseInt(x), Integer.parseInt(y));
        if (address.zoom > DEEPEST_ZOOM || address.x >= 1 << address.zoom || address.y >= 1 << address.zoom) {
            throw wrong();
        }
        return address;
    }

    private static RuntimeException wrong() {
        return Problem.badField(
                        "TILE_ADDRESS",
                        "tile",
                        EXPECTED,
                        "Địa chỉ mảnh bản đồ cần ba số nguyên có nghĩa.",
                        "A tile's address needs three whole numbers that name one.")
                .asException();
    }

    public Bbox box() {
        double side = 360.0 / (1 << zoom);
        return new Bbox(x * side - 180, lat(y + 1), (x + 1) * side - 180, lat(y));
    }

    private double lat(int row) {
        double mercator = Math.PI * (1 - 2.0 * row / (1 << zoom));
        return Math.toDegrees(Math.atan(Math.sinh(mercator)));
    }

    /** How far east of the tile's western edge a longitude lies, in widths of the tile. */
    double across(double lon) {
        return (lon + 180) / 360 * (1 << zoom) - x;
    }

    /** How far south of the tile's northern edge a latitude lies, in heights of the tile. */
    double down(double lat) {
        double mercator = Math.log(Math.tan(Math.PI / 4 + Math.toRadians(lat) / 2));
        return (1 - mercator / Math.PI) / 2 * (1 << zoom) - y;
    }
}
