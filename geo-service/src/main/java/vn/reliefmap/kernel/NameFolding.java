package vn.reliefmap.kernel;

import java.text.Normalizer;
import java.util.Locale;

/** Writes a name as it is searched: lower case, no diacritics, d for đ, single spaces. */
public final class NameFolding {
    private NameFolding() {}

    /**
     * The folded form; the same for any Unicode form, tone placement and case of one name: "Lệ Thuỷ", "Lệ Thủy" and
     * "le thuy" give "le thuy".
     */
    public static String fold(String name) {
        String bare = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        return bare.replace('đ', 'd')
                .replace('Đ', 'd')
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
