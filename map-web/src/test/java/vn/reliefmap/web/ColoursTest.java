package vn.reliefmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The colours of the style sheets: enough contrast (WCAG 2.2 AA), a water scale that is in order without any hue, and steps that
 * stay apart for who sees no red or no green (Machado, Oliveira and Fernandes 2009; differences in CIELAB, where about 2 can be
 * seen at all).
 */
class ColoursTest {
    private static final Pattern TOKEN = Pattern.compile("--([a-z0-9-]+):\\s*(#[0-9a-f]{6}|#[0-9a-f]{3})\\b");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}\\b|#[0-9a-f]{3}\\b");
    private static final List<String> WATER = List.of("land", "d1", "d2", "d3", "d4", "d5");

    private static final double[][] ALL = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    private static final double[][] NO_RED = {
        {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
    };
    private static final double[][] NO_GREEN = {
        {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
    };

    enum Ground {
        LIGHT,
        DARK;

        Map<String, double[]> colours() {
            Map<String, double[]> colours = tokens(":root {");
            if (this == DARK) {
                colours.putAll(tokens(".dark, .room, .embed-dark {"));
            }
            return colours;
        }
    }

    @ParameterizedTest
    @EnumSource(Ground.class)
    void textAndEdgesStandOutFromTheirGround(Ground ground) {
        Map<String, double[]> colours = ground.colours();
        for (String paper : List.of("paper", "surface")) {
            for (String text : List.of("ink", "ink-2", "ink-3", "link", "critical", "high-ink", "normal", "act")) {
                assertThat(contrast(colours, text, paper))
                        .as(text + " on " + paper)
                        .isGreaterThan(4.5);
            }
            for (String sign : List.of("edge", "slow", "shore")) {
                assertThat(contrast(colours, sign, paper))
                        .as(sign + " on " + paper)
                        .isGreaterThan(3);
            }
        }
        assertThat(contrast(colours, "ink", "select")).isGreaterThan(4.5);
        assertThat(contrast(colours, "on-act", "act")).as("the primary button").isGreaterThan(4.5);
        for (String said : List.of("critical", "ink")) {
            assertThat(contrast(colours, said, "critical-pale")).as(said).isGreaterThan(4.5);
        }
        for (String said : List.of("high-ink", "ink")) {
            assertThat(contrast(colours, said, "high-pale")).as(said).isGreaterThan(4.5);
        }
        double[] edge = colour(colours, "focus");
        double[] ring = colour(colours, "ink");
        double[] paper = colour(colours, "paper");
        assertThat(Math.max(contrast(edge, paper), contrast(ring, paper)))
                .as("one edge of the focus")
                .isGreaterThan(3);
    }

    @ParameterizedTest
    @EnumSource(Ground.class)
    void waterIsInOrderByLightAlone(Ground ground) {
        Map<String, double[]> colours = ground.colours();
        double sign = ground == Ground.LIGHT ? -1 : 1;
        for (int i = 2; i < WATER.size(); i++) {
            double step = lab(ALL, colour(colours, WATER.get(i)))[0] - lab(ALL, colour(colours, WATER.get(i - 1)))[0];
            assertThat(sign * step).as(WATER.get(i)).isGreaterThan(10);
        }
    }

    @ParameterizedTest
    @EnumSource(Ground.class)
    void nobodyTakesOneColourForAnother(Ground ground) {
        Map<String, double[]> colours = ground.colours();
        for (double[][] eyes : List.of(ALL, NO_RED, NO_GREEN)) {
            for (int i = 1; i < WATER.size(); i++) {
                assertThat(difference(eyes, colours, WATER.get(i), WATER.get(i - 1)))
                        .as(WATER.get(i))
                        .isGreaterThan(i == 1 ? 9 : 14);
                assertThat(difference(eyes, colours, WATER.get(i), "river"))
                        .as("river")
                        .isGreaterThan(12);
            }
            assertThat(difference(eyes, colours, "critical", "high")).isGreaterThan(25);
            assertThat(difference(eyes, colours, "critical", "normal")).isGreaterThan(25);
            assertThat(difference(eyes, colours, "high", "normal")).isGreaterThan(25);
            assertThat(difference(eyes, colours, "critical", "act")).isGreaterThan(14);
        }
    }

    /** Those pages carry no other style sheet, so they repeat colours; they invent none. */
    @ParameterizedTest
    @ValueSource(strings = {"embed", "ledger", "list", "map", "officer", "report", "room", "styleguide", "tours"})
    void noStyleSheetHasColoursOfItsOwn(String name) {
        Set<String> known = new TreeSet<>(colours(sheet("page")));
        Set<String> others = new TreeSet<>(colours(sheet(name)));
        others.removeAll(known);
        assertThat(others).isEmpty();
    }

    private static List<String> colours(String sheet) {
        return COLOUR.matcher(sheet)
                .results()
                .map(found -> whole(found.group()))
                .toList();
    }

    private static Map<String, double[]> tokens(String selector) {
        String sheet = sheet("page");
        int from = sheet.indexOf(selector);
        assertThat(from).as(selector).isNotNegative();
        Map<String, double[]> tokens = new HashMap<>();
        Matcher found = TOKEN.matcher(sheet.substring(from, sheet.indexOf('}', from)));
        while (found.find()) {
            tokens.put(found.group(1), light(whole(found.group(2))));
        }
        return tokens;
    }

    private static String sheet(String name) {
        try (InputStream css = ColoursTest.class.getResourceAsStream("/static/css/" + name + ".css")) {
            return new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }

    private static String whole(String colour) {
        return colour.length() == 7 ? colour : colour.replaceAll("([0-9a-f])", "$1$1");
    }

    /** Red, green and blue as light, 0 to 1. */
    private static double[] light(String colour) {
        double[] light = new double[3];
        for (int i = 0; i < 3; i++) {
            double c = Integer.parseInt(colour, 1 + 2 * i, 3 + 2 * i, 16) / 255.0;
            light[i] = c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
        }
        return light;
    }

    private static double[] colour(Map<String, double[]> colours, String name) {
        return Objects.requireNonNull(colours.get(name), name);
    }

    private static double contrast(Map<String, double[]> colours, String one, String other) {
        return contrast(colour(colours, one), colour(colours, other));
    }

    private static double contrast(double[] one, double[] other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(double[] light) {
        return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2];
    }

    private static double difference(double[][] eyes, Map<String, double[]> colours, String one, String other) {
        double[] a = lab(eyes, colour(colours, one));
        double[] b = lab(eyes, colour(colours, other));
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }

    /** CIELAB under D65, of what those eyes see. */
    private static double[] lab(double[][] eyes, double[] light) {
        double[] seen = Arrays.stream(eyes)
                .mapToDouble(row -> row[0] * light[0] + row[1] * light[1] + row[2] * light[2])
                .map(c -> Math.min(1, Math.max(0, c)))
                .toArray();
        double x = bent((0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.9505);
        double y = bent(luminance(seen));
        double z = bent((0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.089);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double bent(double share) {
        return share > 216.0 / 24389 ? Math.cbrt(share) : (24389.0 / 27 * share + 16) / 116;
    }
}
