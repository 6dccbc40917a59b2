package vn.reliefmap.kernel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Writes a name as it is searched: lower case, no diacritics, d for đ, single spaces. */
public final class NameFolding {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern NO_SPELLING = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
    /** The tones as combining characters: grave, acute, hook above, tilde, dot below. */
    private static final String TONES = "\u0300\u0301\u0309\u0303\u0323";

    private NameFolding() {}

    /**
     * The folded form; the same for any Unicode form, tone placement and case of one name: "Lệ Thuỷ", "Lệ Thủy" and
     * "le thuy" give "le thuy".
     */
    public static String fold(String name) {
        String bare = MARKS.matcher(decomposed(name)).replaceAll("").replace('đ', 'd');
        return NO_WORD.matcher(bare).replaceAll(" ").strip();
    }

    /**
     * The name with its diacritics, but the same for any Unicode form, tone placement and case: each tone stands at the
     * end of its syllable. "Lệ Thuỷ" and "Lệ Thủy" are equal, "Lệ Thuý" is not. For comparing, not for showing.
     */
    public static String spelling(String name) {
        String text = NO_SPELLING.matcher(decomposed(name)).replaceAll(" ").strip();
        StringBuilder out = new StringBuilder(text.length());
        StringBuilder tones = new StringBuilder(2);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (TONES.indexOf(c) >= 0) {
                tones.append(c);
            } else {
                if (c == ' ') {
                    out.append(tones);
                    tones.setLength(0);
                }
                out.append(c);
            }
        }
        return out.append(tones).toString();
    }

    /** Lower case and NFD; the Icelandic eth that some keyboards give for đ becomes đ. */
    private static String decomposed(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replace('ð', 'đ');
    }
}
