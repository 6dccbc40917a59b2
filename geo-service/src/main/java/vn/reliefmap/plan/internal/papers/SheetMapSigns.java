package vn.reliefmap.plan.internal.papers;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import vn.reliefmap.geo.Geometries;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.plan.PlannedTour;

/** Signs, names, scale and north. What comes first keeps its place; a name that would lie on something is left out. */
final class SheetMapSigns {
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
    private static final double DISC = 2.3;
    private static final int MOST_SETTLEMENTS = 25;
    /** Lengths that a scale bar may stand for. */
    private static final double[] ROUND_LENGTHS = {1, 2, 5};

    private final Graphics2D g;
    private final SheetFonts.Faces fonts;
    private final MapFrame frame;
    private final List<Rectangle2D> taken = new ArrayList<>();

    SheetMapSigns(Graphics2D g, SheetFonts.Faces fonts, MapFrame frame) {
        this.g = g;
        this.fonts = fonts;
        this.frame = frame;
    }

    void draw(SheetMap map) {
        scale();
        north();
        origins(map.tour());
        stops(map.tour());
        map.tour().trips().stream()
                .map(PlannedTour.PlannedTrip::origin)
                .distinct()
                .forEach(origin ->
                        nameBeside(origin.name(), frame.place(origin.place().coordinate())));
        Set<String> named = new HashSet<>();
        for (SheetMap.Commune commune : map.communes()) {
            Geometry shown = Geometries.FACTORY
                    .toGeometry(frame.box().envelope())
                    .intersection(commune.outline().buffer(0));
            if (!shown.isEmpty() && named.add(commune.name())) {
                Point2D at = frame.place(shown.getInteriorPoint().getCoordinate());
                name(commune.name(), fonts.drawnBold(), 3.0, at.getX(), at.getY());
            }
        }
        int settlements = 0;
        for (SheetMap.Settlement place : map.places()) {
            Point2D at = frame.place(place.at().coordinate());
            if (settlements < MOST_SETTLEMENTS
                    && named.add(place.name())
                    && name(place.name(), fonts.drawn(), 2.5, at.getX(), at.getY())) {
                settlements++;
            }
        }
    }

    private void origins(PlannedTour tour) {
        for (PlannedTour.PlannedTrip trip : tour.trips()) {
            Point2D at = frame.place(trip.origin().place().coordinate());
            origin(g, trip.origin().landing() != null, at.getX(), at.getY(), 1);
            take(at, 2.2);
        }
    }

    /** A black square for a depot, a white diamond for a landing. */
    static void origin(Graphics2D g, boolean landing, double x, double y, double size) {
        double r = 1.8 * size;
        Path2D sign = new Path2D.Double();
        if (landing) {
            sign.moveTo(x, y - r * 1.2);
            sign.lineTo(x + r * 1.2, y);
            sign.lineTo(x, y + r * 1.2);
            sign.lineTo(x - r * 1.2, y);
            sign.closePath();
        } else {
            sign.append(new Rectangle2D.Double(x - r, y - r, 2 * r, 2 * r), false);
        }
        g.setColor(landing ? Color.WHITE : Color.BLACK);
        g.fill(sign);
        g.setColor(landing ? Color.BLACK : Color.WHITE);
        g.setStroke(new BasicStroke(0.4f));
        g.draw(sign);
    }

    /** Calls at one place share a disc; discs that would overlap move away and point back. */
    private void stops(PlannedTour tour) {
        Map<PlannedTour.Call, String> numbers = new LinkedHashMap<>();
        Map<LonLat, PlannedTour.Call> first = new LinkedHashMap<>();
        tour.trips().stream().flatMap(trip -> trip.calls().stream()).forEach(call -> {
            PlannedTour.Call here = first.computeIfAbsent(call.place(), place -> call);
            numbers.merge(here, String.valueOf(call.number()), (a, b) -> a + ", " + b);
        });
        numbers.forEach((call, number) -> disc(number, frame.place(call.place().coordinate())));
    }

    private void disc(String number, Point2D at) {
        Font font = fonts.drawnBold().deriveFont(3.2f);
        TextLayout text = new TextLayout(number, font, CONTEXT);
        double half = Math.max(DISC, text.getAdvance() / 2 + 1);
        Point2D place = free(at, half);
        if (place.distance(at) > 0.1) {
            Shape leader = new Line2D.Double(at, place);
            g.setColor(Color.WHITE);
            g.setStroke(SheetMapImage.round(1.0f));
            g.draw(leader);
            g.setColor(Color.BLACK);
            g.setStroke(SheetMapImage.round(0.4f));
            g.draw(leader);
            g.fill(new Ellipse2D.Double(at.getX() - 0.6, at.getY() - 0.6, 1.2, 1.2));
        }
        Shape disc = new java.awt.geom.RoundRectangle2D.Double(
                place.getX() - half, place.getY() - DISC, half * 2, DISC * 2, DISC * 2, DISC * 2);
        g.setColor(Color.BLACK);
        g.fill(disc);
        g.setColor(Color.WHITE);
        g.setStroke(new BasicStroke(0.5f));
        g.draw(disc);
        g.fill(text.getOutline(
                AffineTransform.getTranslateInstance(place.getX() - text.getAdvance() / 2, place.getY() + 1.15)));
        take(place, half);
    }

    /** The place itself, or the nearest beside it where a disc lies on nothing and inside the frame. */
    private Point2D free(Point2D at, double half) {
        for (double away = 0; away <= 24; away += away == 0 ? DISC * 2.4 : 2) {
            for (int turn = 0; turn < (away == 0 ? 1 : 12); turn++) {
                double angle = turn * Math.PI / 6;
                double x = at.getX() + Math.cos(angle) * away;
                double y = at.getY() - Math.sin(angle) * away;
                if (isFree(new Rectangle2D.Double(x - half, y - DISC, half * 2, DISC * 2))) {
                    return new Point2D.Double(x, y);
                }
            }
        }
        return at;
    }

    private void nameBeside(String text, Point2D at) {
        TextLayout layout = new TextLayout(text, fonts.drawnBold().deriveFont(3.0f), CONTEXT);
        double aside = layout.getAdvance() / 2 + 3;
        for (double[] way : new double[][] {{aside, 0}, {-aside, 0}, {0, 4.2}, {0, -4.2}}) {
            if (name(text, fonts.drawnBold(), 3.0, at.getX() + way[0], at.getY() + way[1])) {
                return;
            }
        }
    }

    private boolean name(String text, Font face, double size, double x, double y) {
        TextLayout layout = new TextLayout(text, face.deriveFont((float) size), CONTEXT);
        double width = layout.getAdvance();
        Rectangle2D box = new Rectangle2D.Double(x - width / 2, y - size * 0.7, width, size * 1.4);
        if (!isFree(box)) {
            return false;
        }
        Shape outline = layout.getOutline(AffineTransform.getTranslateInstance(x - width / 2, y + size * 0.36));
        g.setColor(Color.WHITE);
        g.setStroke(SheetMapImage.round(0.9f));
        g.draw(outline);
        g.setColor(Color.BLACK);
        g.fill(outline);
        taken.add(box);
        return true;
    }

    private boolean isFree(Rectangle2D box) {
        Rectangle2D sheet = new Rectangle2D.Double(1, 1, frame.widthMm() - 2, frame.heightMm() - 2);
        return sheet.contains(box) && taken.stream().noneMatch(box::intersects);
    }

    private void take(Point2D at, double half) {
        taken.add(new Rectangle2D.Double(at.getX() - half, at.getY() - half, half * 2, half * 2));
    }

    /** The longest of 1, 2, 5 × 10ⁿ metres that is at most a fifth of the sheet. */
    private void scale() {
        double mostM = frame.widthMm() / 5 * frame.metresPerMm();
        double power = Math.pow(10, Math.floor(Math.log10(mostM)));
        double metres = power;
        for (double round : ROUND_LENGTHS) {
            metres = round * power <= mostM ? round * power : metres;
        }
        double length = metres / frame.metresPerMm();
        double x = 4;
        double y = frame.heightMm() - 4;
        TextLayout text =
                new TextLayout(PaperWords.distance(metres), fonts.drawn().deriveFont(2.8f), CONTEXT);
        plate(new Rectangle2D.Double(x - 2, y - 3.5, length + text.getAdvance() + 6, 5.5));
        Path2D bar = new Path2D.Double();
        bar.moveTo(x, y - 1.5);
        bar.lineTo(x, y);
        bar.lineTo(x + length, y);
        bar.lineTo(x + length, y - 1.5);
        bar.moveTo(x + length / 2, y);
        bar.lineTo(x + length / 2, y - 0.9);
        g.setStroke(new BasicStroke(0.35f));
        g.draw(bar);
        g.fill(text.getOutline(AffineTransform.getTranslateInstance(x + length + 1.5, y + 0.2)));
    }

    private void north() {
        double x = frame.widthMm() - 6.5;
        plate(new Rectangle2D.Double(x - 4, 2.5, 8, 11.5));
        Path2D arrow = new Path2D.Double();
        arrow.moveTo(x, 3.5);
        arrow.lineTo(x + 1.8, 9);
        arrow.lineTo(x, 7.6);
        arrow.lineTo(x - 1.8, 9);
        arrow.closePath();
        g.fill(arrow);
        // B = Bắc, north.
        TextLayout text = new TextLayout("B", fonts.drawnBold().deriveFont(3.2f), CONTEXT);
        g.fill(text.getOutline(AffineTransform.getTranslateInstance(x - text.getAdvance() / 2, 13)));
    }

    private void plate(Rectangle2D box) {
        g.setColor(Color.WHITE);
        g.fill(box);
        g.setColor(Color.BLACK);
        taken.add(box);
    }
}
