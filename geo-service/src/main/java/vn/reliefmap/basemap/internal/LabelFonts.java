package vn.reliefmap.basemap.internal;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The letters of the map: Noto Sans where the system has it, else another font that has every Vietnamese letter. A
 * system without any font gets maps without names.
 */
final class LabelFonts {
    private static final Logger LOG = LoggerFactory.getLogger(LabelFonts.class);
    private static final List<String> FAMILIES =
            List.of("Noto Sans", "DejaVu Sans", "Liberation Sans", Font.SANS_SERIF);
    /** Letters that fonts without Vietnamese lack. */
    static final String VIETNAMESE = "ẫỗệừợạđẩỵữĐƯƠẤỞỀỹọỉ";

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
    private static final double LINE_HEIGHT = 1.25;

    private final @Nullable Font regular;

    LabelFonts() {
        this.regular = find();
    }

    boolean available() {
        return regular != null;
    }

    @Nullable
    String family() {
        return regular == null ? null : regular.getFamily();
    }

    /** The outline of a text of one or more lines, centred on the origin; empty without a font. */
    Path2D outline(String text, int style, double size) {
        Path2D whole = new Path2D.Double();
        if (regular == null) {
            return whole;
        }
        Font font = regular.deriveFont(style, (float) size);
        String[] lines = text.split("\\n");
        for (int i = 0; i < lines.length; i++) {
            TextLayout layout = new TextLayout(lines[i], font, CONTEXT);
            double baseline = (i - (lines.length - 1) / 2.0) * size * LINE_HEIGHT + size * 0.36;
            whole.append(
                    layout.getOutline(AffineTransform.getTranslateInstance(-layout.getAdvance() / 2, baseline)), false);
        }
        return whole;
    }

    /** A long name in two lines, broken at the space nearest to its middle. */
    static String wrap(String name) {
        if (name.length() <= 16) {
            return name;
        }
        int best = -1;
        for (int i = name.indexOf(' '); i >= 0; i = name.indexOf(' ', i + 1)) {
            if (best < 0 || Math.abs(i - name.length() / 2) < Math.abs(best - name.length() / 2)) {
                best = i;
            }
        }
        return best < 0 ? name : name.substring(0, best) + "\n" + name.substring(best + 1);
    }

    private static @Nullable Font find() {
        try {
            for (String family : FAMILIES) {
                Font font = new Font(family, Font.PLAIN, 12);
                boolean same = family.equals(font.getFamily()) || family.equals(Font.SANS_SERIF);
                if (same && font.canDisplayUpTo(VIETNAMESE) == -1) {
                    return font;
                }
            }
            LOG.warn("No font with Vietnamese letters found; the base map has no names. Install fonts-noto-core.");
        } catch (LinkageError | InternalError | RuntimeException e) {
            // A Java without fontconfig or without any font fails in one of these ways.
            LOG.warn("Fonts cannot be used; the base map has no names. Install fontconfig and fonts-noto-core.", e);
        }
        return null;
    }
}
