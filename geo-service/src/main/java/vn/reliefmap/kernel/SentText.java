package vn.reliefmap.kernel;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Text that somebody sent, so that it can be stored and shown without harm. */
public final class SentText {
    private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n?");
    /** Halves of a pair without their other half; no encoding can write them. */
    private static final Pattern HALF_PAIRS = Pattern.compile("\\p{Cs}");
    /** What turns the direction of the text around it, or hides in it. */
    private static final Pattern UNSEEN = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069\\u200E\\u200F\\uFEFF]");

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");
    /** Vietnamese needs two marks on a letter; towers of them cover the lines above. */
    private static final Pattern TOWERS = Pattern.compile("(\\p{M}{3})\\p{M}+");

    private SentText() {}

    /**
     * NFC, without control characters (line ends and tabs stay), marks of direction and towers of diacritics; blanks around
     * it gone. What a person wrote reads as before.
     */
    public static String clean(String text) {
        String mended = LINE_ENDS.matcher(text).replaceAll("\n");
        mended = HALF_PAIRS.matcher(mended).replaceAll("\uFFFD");
        mended = UNSEEN.matcher(mended).replaceAll("");
        mended = CONTROLS.matcher(mended).replaceAll(" ");
        mended = TOWERS.matcher(mended).replaceAll("$1");
        return Normalizer.normalize(mended, Normalizer.Form.NFC).strip();
    }

    /** As {@link #clean}, on one line. */
    public static String line(String text) {
        return clean(text).replaceAll("\\s+", " ");
    }
}
