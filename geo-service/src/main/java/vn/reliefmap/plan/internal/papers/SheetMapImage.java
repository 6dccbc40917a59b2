package vn.reliefmap.plan.internal.papers;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import org.locationtech.jts.geom.MultiPolygon;
import vn.reliefmap.flood.DepthClass;
import vn.reliefmap.plan.PlannedTour;

/**
 * The map of a run sheet in grey, in the order: water that is always there, depths, communes, roads, the tour, signs, names.
 * Lengths in millimetres on paper.
 */
final class SheetMapImage {
    /** About 230 to the inch: finer than office printers show. */
    static final double DOTS_PER_MM = 9;

    private static final Color PERMANENT = new Color(0xD5D5D5);
    private static final Color BANK = new Color(0x555555);
    private static final Color BORDER = new Color(0x777777);
    private static final Color LANE = new Color(0xA0A0A0);
    private static final float TOUR_WIDTH = 0.9f;
    private static final BasicStroke COMMUNE =
            new BasicStroke(0.25f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {2.4f, 0.9f}, 0);
    private static final BasicStroke WHEELS = round(TOUR_WIDTH);
    private static final BasicStroke BOAT = new BasicStroke(
            TOUR_WIDTH * 1.15f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, new float[] {0.01f, 1.9f}, 0);
    private static final BasicStroke CASING = round(TOUR_WIDTH * 2.2f);

    private final SheetFonts.Faces fonts;

    SheetMapImage(SheetFonts.Faces fonts) {
        this.fonts = fonts;
    }

    BufferedImage draw(SheetMap map) {
        MapFrame frame = map.frame();
        return painted(frame.widthMm(), frame.heightMm(), g -> {
            Rectangle2D sheet = new Rectangle2D.Double(0, 0, frame.widthMm(), frame.heightMm());
            map.flood().forEach((depth, area) -> DepthHatch.fill(g, depth, frame.shape(area)));
            permanent(g, map);
            communes(g, map);
            roads(g, map);
            tour(g, map);
            new SheetMapSigns(g, fonts, frame).draw(map);
            g.setColor(Color.BLACK);
            g.setStroke(new BasicStroke(0.5f));
            g.draw(sheet);
        });
    }

    /** A sample of one depth for the legend. */
    BufferedImage swatch(DepthClass depth) {
        return sample((g, box) -> DepthHatch.fill(g, depth, box));
    }

    /** A sample of water that is always there. */
    BufferedImage permanentSwatch() {
        return sample((g, box) -> {
            g.setColor(PERMANENT);
            g.fill(box);
        });
    }

    /** A sample of a way on wheels or on water. */
    BufferedImage waySwatch(boolean floats) {
        return painted(8, 4, g -> {
            g.setColor(Color.BLACK);
            g.setStroke(floats ? BOAT : WHEELS);
            g.draw(new Line2D.Double(1, 2, 7, 2));
        });
    }

    /** A sample of the sign of a depot or of a landing. */
    BufferedImage originSwatch(boolean landing) {
        return painted(8, 4, g -> SheetMapSigns.origin(g, landing, 4, 2, 0.75));
    }

    private interface Sampling {
        void paint(Graphics2D g, Rectangle2D box);
    }

    private static BufferedImage sample(Sampling sampling) {
        return painted(8, 4, g -> {
            Rectangle2D box = new Rectangle2D.Double(0.1, 0.1, 7.8, 3.8);
            sampling.paint(g, box);
            g.setColor(Color.BLACK);
            g.setStroke(new BasicStroke(0.2f));
            g.draw(box);
        });
    }

    private static BufferedImage painted(double widthMm, double heightMm, Consumer<Graphics2D> painting) {
        BufferedImage image = new BufferedImage(
                (int) Math.round(widthMm * DOTS_PER_MM),
                (int) Math.round(heightMm * DOTS_PER_MM),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.scale(DOTS_PER_MM, DOTS_PER_MM);
        g.setClip(new Rectangle2D.Double(0, 0, widthMm, heightMm));
        painting.accept(g);
        g.dispose();
        return image;
    }

    /** Over the flood, so that the river's bed stays readable. */
    private static void permanent(Graphics2D g, SheetMap map) {
        g.setStroke(round(0.9f));
        g.setColor(BANK);
        map.rivers().forEach(river -> g.draw(map.frame().shape(river)));
        g.setStroke(round(0.6f));
        g.setColor(PERMANENT);
        map.rivers().forEach(river -> g.draw(map.frame().shape(river)));
        for (MultiPolygon water : map.permanent()) {
            Shape area = map.frame().shape(water);
            g.setColor(PERMANENT);
            g.fill(area);
            g.setColor(BANK);
            g.setStroke(new BasicStroke(0.15f));
            g.draw(area);
        }
    }

    private static void communes(Graphics2D g, SheetMap map) {
        g.setStroke(COMMUNE);
        g.setColor(BORDER);
        map.communes().forEach(commune -> g.draw(map.frame().shape(commune.outline())));
    }

    /** All casings of a rank before its fillings, so that crossings stay open. */
    private static void roads(Graphics2D g, SheetMap map) {
        g.setColor(LANE);
        g.setStroke(round(0.25f));
        map.roads().stream()
                .filter(road -> road.rank() == 0)
                .forEach(road -> g.draw(map.frame().shape(road.line())));
        for (int rank = 1; rank <= 2; rank++) {
            float width = rank == 1 ? 0.55f : 0.95f;
            int of = rank;
            g.setColor(rank == 1 ? BANK : Color.BLACK);
            g.setStroke(round(width));
            map.roads().stream()
                    .filter(road -> road.rank() == of)
                    .forEach(road -> g.draw(map.frame().shape(road.line())));
            g.setColor(Color.WHITE);
            g.setStroke(round(width - 0.3f));
            map.roads().stream()
                    .filter(road -> road.rank() == of)
                    .forEach(road -> g.draw(map.frame().shape(road.line())));
        }
    }

    private static void tour(Graphics2D g, SheetMap map) {
        BasicStroke stroke = map.tour().vehicleClass().floats() ? BOAT : WHEELS;
        for (BasicStroke pass : new BasicStroke[] {CASING, stroke}) {
            g.setColor(pass.equals(CASING) ? Color.WHITE : Color.BLACK);
            g.setStroke(pass);
            for (PlannedTour.PlannedTrip trip : map.tour().trips()) {
                trip.legs().forEach(leg -> g.draw(map.frame().shape(leg.line())));
            }
        }
    }

    static BasicStroke round(float width) {
        return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }
}
