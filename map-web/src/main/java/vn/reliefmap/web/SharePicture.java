package vn.reliefmap.web;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/** Draws the picture that messengers show beside a shared link: the commune's outline, and what it lacks in words. */
final class SharePicture {
    static final int WIDTH = 1200;
    static final int HEIGHT = 630;

    private static final int MAP = 520;
    private static final int MARGIN = 48;
    private static final Color INK = new Color(0x14202B);
    private static final Color INK_2 = new Color(0x46535F);
    private static final Color LAND = new Color(0xF1EFE9);
    private static final Color AROUND = new Color(0xE4E3DF);
    private static final Color BORDER = new Color(0x8C8C86);
    private static final Color CRITICAL = new Color(0xB3201F);
    private static final Color HIGH = new Color(0xFFB000);
    private static final String FAMILY = family();

    private final SharedCommune commune;
    private final PageWords words;
    private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D g = image.createGraphics();

    private SharePicture(SharedCommune commune, PageWords words) {
        this.commune = commune;
        this.words = words;
    }

    /**
     * @param own outline in EPSG:4326
     * @param others outlines of communes around it
     */
    static byte[] png(SharedCommune commune, MultiPolygon own, List<MultiPolygon> others, PageWords words) {
        SharePicture picture = new SharePicture(commune, words);
        try {
            picture.draw(own, others);
        } finally {
            picture.g.dispose();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(60_000);
        try {
            ImageIO.write(picture.image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void draw(MultiPolygon own, List<MultiPolygon> others) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, WIDTH, HEIGHT);
        map(own, others);
        text();
    }

    private void map(MultiPolygon own, List<MultiPolygon> others) {
        g.setClip(0, 0, MAP, HEIGHT);
        g.setColor(new Color(0xC9D1D6));
        g.fillRect(0, 0, MAP, HEIGHT);
        Frame frame = Frame.around(own.getEnvelopeInternal());
        for (MultiPolygon other : others) {
            Path2D path = frame.path(other);
            g.setColor(AROUND);
            g.fill(path);
            g.setColor(BORDER);
            g.setStroke(new BasicStroke(1.5f));
            g.draw(path);
        }
        Path2D path = frame.path(own);
        g.setColor(LAND);
        g.fill(path);
        g.setColor(INK);
        g.setStroke(new BasicStroke(5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(path);
        g.setClip(null);
        g.setStroke(new BasicStroke(2f));
        g.drawLine(MAP, 0, MAP, HEIGHT);
    }

    private void text() {
        int left = MAP + MARGIN;
        int width = WIDTH - left - MARGIN;
        int y = 92;
        if (commune.drill()) {
            line(words.say("drill"), left, 52, width, 24, Font.BOLD, INK);
        }
        y = line(commune.name(), left, y + 18, width, 52, Font.BOLD, INK) + 54;
        if (commune.urgency() == null || commune.lacks().isEmpty()) {
            line(words.say("share.nothing_now"), left, y + 40, width, 36, Font.PLAIN, INK_2);
        } else {
            urgency(commune.urgency(), left, y);
            y += 66;
            for (SharedCommune.Lack lack : commune.lacks()) {
                y = line(words.say("share.lacks_item", "item", lack.name()), left, y, width, 30, Font.PLAIN, INK_2)
                        + 44;
                y = line(lack.amount(), left, y, width, 46, Font.BOLD, INK) + 50;
            }
        }
        String age = commune.age(words).replaceFirst("^ · ", "");
        line(
                age.isEmpty() ? "" : words.homes(commune.households()) + " · " + age,
                left,
                HEIGHT - 66,
                width,
                24,
                Font.PLAIN,
                INK_2);
        line(words.say("site"), left, HEIGHT - 30, width, 24, Font.BOLD, INK);
    }

    /** Shape, colour and word say the same. */
    private void urgency(String urgency, int left, int y) {
        Color colour = urgency.equals("critical") ? CRITICAL : urgency.equals("high") ? HIGH : INK_2;
        g.setColor(colour);
        int size = 30;
        int top = y - size + 4;
        switch (urgency) {
            case "critical" -> g.fillRect(left, top, size, size);
            case "high" ->
                g.fillPolygon(
                        new int[] {left, left + size / 2, left + size}, new int[] {top + size, top, top + size}, 3);
            default -> {
                g.setStroke(new BasicStroke(5f));
                g.drawOval(left + 3, top + 3, size - 6, size - 6);
            }
        }
        String word = words.urgency(urgency).substring(2);
        line(word, left + size + 14, y, 400, 34, Font.BOLD, urgency.equals("critical") ? CRITICAL : INK);
    }

    /** Writes one line, smaller where it would be too wide; gives its baseline. */
    private int line(String text, int left, int baseline, int width, int size, int style, Color colour) {
        Font font = new Font(FAMILY, style, size);
        double wide = g.getFontMetrics(font).stringWidth(text);
        g.setFont(wide <= width ? font : font.deriveFont((float) (size * width / wide)));
        g.setColor(colour);
        g.drawString(text, left, baseline);
        return baseline;
    }

    /** One with all Vietnamese letters where the system has it. */
    private static String family() {
        Set<String> there = Arrays.stream(
                        GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames())
                .collect(Collectors.toSet());
        return List.of("Noto Sans", "DejaVu Sans").stream()
                .filter(there::contains)
                .findFirst()
                .orElse(Font.SANS_SERIF);
    }

    /** Where the map's degrees lie in the picture. */
    private record Frame(double lon, double lat, double perLon, double perLat) {
        static Frame around(Envelope box) {
            double shorter = Math.cos(Math.toRadians(box.centre().y));
            double wide = Math.max(box.getWidth() * shorter, 1e-4);
            double high = Math.max(box.getHeight(), 1e-4);
            double scale = Math.min((MAP - 2.0 * MARGIN) / wide, (HEIGHT - 2.0 * MARGIN) / high);
            return new Frame(box.centre().x, box.centre().y, scale * shorter, scale);
        }

        Path2D path(Geometry area) {
            Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
            for (int i = 0; i < area.getNumGeometries(); i++) {
                if (area.getGeometryN(i) instanceof Polygon polygon) {
                    ring(path, polygon.getExteriorRing());
                    for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                        ring(path, polygon.getInteriorRingN(hole));
                    }
                }
            }
            return path;
        }

        private void ring(Path2D path, LineString ring) {
            boolean first = true;
            for (Coordinate at : ring.getCoordinates()) {
                double x = MAP / 2.0 + (at.x - lon) * perLon;
                double y = HEIGHT / 2.0 - (at.y - lat) * perLat;
                if (first) {
                    path.moveTo(x, y);
                } else {
                    path.lineTo(x, y);
                }
                first = false;
            }
            path.closePath();
        }
    }
}
