package vn.reliefmap.basemap.internal;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The names of one block of tiles, none over another and none across the block's edge, so that no tile cuts a name
 * that its neighbour does not continue. Coordinates are pixels of the block.
 */
final class LabelBlock {
    /** How a name looks: fill, width of the paper halo around it in pixels. */
    record Ink(Color fill, double halo) {}

    private record Placed(Shape shape, Ink ink, @Nullable Shape plate, Rectangle2D bounds) {}

    private record Named(String text, double x, double y) {}

    private static final double GAP_PX = 3;

    private final int size;
    private final List<Placed> placed = new ArrayList<>();
    private final List<Named> names = new ArrayList<>();

    LabelBlock(int size) {
        this.size = size;
    }

    /** Puts a text at a point, moved inward where the block's edge would cut it; false where there is no room. */
    boolean place(String text, Path2D outline, double x, double y, Ink ink) {
        if (x < 0 || y < 0 || x > size || y > size) {
            return false;
        }
        Rectangle2D own = outline.getBounds2D();
        double reach = ink.halo() + 1;
        double inX = Math.max(reach - own.getMinX(), Math.min(size - reach - own.getMaxX(), x));
        double inY = Math.max(reach - own.getMinY(), Math.min(size - reach - own.getMaxY(), y));
        return put(text, outline, AffineTransform.getTranslateInstance(inX, inY), ink, false);
    }

    /** Puts a short text on a white plate. */
    boolean placePlate(String text, Path2D outline, double x, double y, Ink ink) {
        return put(text, outline, AffineTransform.getTranslateInstance(x, y), ink, true);
    }

    /** Puts a text turned by an angle in radians, never upside down. */
    boolean placeTurned(String text, Path2D outline, double x, double y, double angle, Ink ink) {
        double upright = Math.cos(angle) < 0 ? angle + Math.PI : angle;
        AffineTransform transform = AffineTransform.getTranslateInstance(x, y);
        transform.rotate(upright);
        return put(text, outline, transform, ink, false);
    }

    /** Marks a place with a dot; the dot takes room too. */
    void dot(double x, double y, Ink ink) {
        Ellipse2D dot = new Ellipse2D.Double(x - 2.5, y - 2.5, 5, 5);
        placed.add(new Placed(dot, ink, null, dot.getBounds2D()));
    }

    /** True when the same text stands nearer than the distance in pixels. */
    boolean near(String text, double x, double y, double distance) {
        return names.stream()
                .anyMatch(name -> name.text().equals(text) && Point2D.distance(name.x(), name.y(), x, y) < distance);
    }

    private boolean put(String text, Path2D outline, AffineTransform transform, Ink ink, boolean onPlate) {
        Shape shape = outline.createTransformedShape(transform);
        Rectangle2D letters = shape.getBounds2D();
        if (letters.isEmpty()) {
            return false;
        }
        double reach = onPlate ? 4 : ink.halo() + 1;
        Rectangle2D bounds = grown(letters, reach);
        Rectangle2D block = new Rectangle2D.Double(0, 0, size, size);
        if (!block.contains(bounds)
                || placed.stream().anyMatch(other -> other.bounds().intersects(grown(bounds, GAP_PX)))) {
            return false;
        }
        Rectangle2D around = grown(letters, 3);
        Shape plate = onPlate
                ? new RoundRectangle2D.Double(around.getX(), around.getY(), around.getWidth(), around.getHeight(), 3, 3)
                : null;
        placed.add(new Placed(shape, ink, plate, bounds));
        names.add(new Named(text, letters.getCenterX(), letters.getCenterY()));
        return true;
    }

    /** Draws what falls into the window whose upper left corner is given. */
    void draw(Graphics2D g, int left, int top, int windowSize) {
        AffineTransform before = g.getTransform();
        g.translate(-left, -top);
        Rectangle2D window = new Rectangle2D.Double(left, top, windowSize, windowSize);
        for (Placed label : placed) {
            if (!label.bounds().intersects(window)) {
                continue;
            }
            if (label.plate() != null) {
                g.setColor(MapStyle.PAPER);
                g.fill(label.plate());
                g.setColor(MapStyle.CASING);
                g.setStroke(new BasicStroke(1));
                g.draw(label.plate());
            } else {
                halo(g, label);
            }
            g.setColor(label.ink().fill());
            g.fill(label.shape());
        }
        g.setTransform(before);
    }

    /** Its edges run along the pixels: white beside the ground's near white, nobody sees it, and soft ones take two per cent of a tile. */
    private static void halo(Graphics2D g, Placed label) {
        Object before = g.getRenderingHint(RenderingHints.KEY_ANTIALIASING);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        g.setColor(MapStyle.PAPER);
        g.setStroke(new BasicStroke((float) label.ink().halo() * 2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(label.shape());
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, before);
    }

    private static Rectangle2D grown(Rectangle2D box, double by) {
        return new Rectangle2D.Double(
                box.getX() - by, box.getY() - by, box.getWidth() + 2 * by, box.getHeight() + 2 * by);
    }
}
