package vn.reliefmap.plan.internal.papers;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import vn.reliefmap.flood.DepthClass;

/**
 * Depths without colours: dots, then hatches that grow denser, then black with white dots. Patterns hang on the corner of the
 * page, so that neighbouring pieces join. Lengths in millimetres.
 */
final class DepthHatch {
    private static final float THIN = 0.12f;
    private static final BasicStroke SHORE = new BasicStroke(0.2f);
    private static final BasicStroke UNSURE =
            new BasicStroke(0.3f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {1.2f, 0.8f}, 0);

    private DepthHatch() {}

    static void fill(Graphics2D page, DepthClass depth, Shape area) {
        Graphics2D g = (Graphics2D) page.create();
        g.clip(area);
        Rectangle2D box = g.getClipBounds() == null ? area.getBounds2D() : g.getClipBounds();
        g.setColor(Color.BLACK);
        g.setStroke(new BasicStroke(THIN));
        switch (depth) {
            case D0 -> {}
            case D1 -> dots(g, box, 1.5, 0.2);
            case D2 -> diagonals(g, box, 2.0, 1);
            case D3 -> {
                g.setStroke(new BasicStroke(THIN * 1.4f));
                diagonals(g, box, 0.9, 1);
            }
            case D4 -> {
                g.setStroke(new BasicStroke(THIN * 1.4f));
                diagonals(g, box, 1.0, 1);
                diagonals(g, box, 1.0, -1);
            }
            case D5 -> {
                g.fill(box);
                g.setColor(Color.WHITE);
                dots(g, box, 1.4, 0.28);
            }
            case UNKNOWN -> {
                dots(g, box, 3.0, 0.3);
                dashes(g, box);
            }
        }
        g.dispose();
        if (depth != DepthClass.D0) {
            page.setColor(Color.BLACK);
            page.setStroke(depth == DepthClass.UNKNOWN ? UNSURE : SHORE);
            page.draw(area);
        }
    }

    private static void dots(Graphics2D g, Rectangle2D box, double step, double size) {
        for (int row = (int) Math.floor(box.getMinY() / step); row * step <= box.getMaxY() + step; row++) {
            double shift = row % 2 == 0 ? 0 : step / 2;
            for (int column = (int) Math.floor(box.getMinX() / step) - 1;
                    column * step <= box.getMaxX() + step;
                    column++) {
                g.fill(new Ellipse2D.Double(column * step + shift, row * step, size * 1.4, size * 1.4));
            }
        }
    }

    private static void diagonals(Graphics2D g, Rectangle2D box, double step, int lean) {
        double height = box.getHeight();
        double from = lean > 0 ? box.getMinX() : box.getMinX() - height;
        // Lines of one family have x + lean·y in common; only multiples of the step are drawn.
        double first = Math.floor((from + lean * box.getMinY()) / step) * step;
        double last = box.getMaxX() + lean * (lean > 0 ? box.getMaxY() : box.getMinY()) + step;
        for (double sum = first; sum <= last; sum += step) {
            g.draw(new Line2D.Double(
                    sum - lean * box.getMinY(), box.getMinY(), sum - lean * box.getMaxY(), box.getMaxY()));
        }
    }

    private static void dashes(Graphics2D g, Rectangle2D box) {
        double step = 3.0;
        g.setStroke(new BasicStroke(THIN * 1.8f));
        for (double y = Math.floor(box.getMinY() / step) * step; y <= box.getMaxY(); y += step) {
            for (double x = Math.floor(box.getMinX() / step) * step; x <= box.getMaxX() + step; x += step) {
                g.draw(new Line2D.Double(x - step * 0.3, y + step / 2, x + step * 0.3, y + step / 2));
            }
        }
    }
}
