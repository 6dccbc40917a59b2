package vn.reliefmap.admin.internal;

import java.util.List;
import java.util.Map;
import vn.reliefmap.admin.AdminUnit.Kind;
import vn.reliefmap.kernel.NameFolding;

/**
 * A unit's name taken apart.
 *
 * @param kind OTHER when the text names no kind of commune
 * @param name the name without its kind
 */
record UnitName(Kind kind, String name) {
    private static final Map<String, Kind> KINDS =
            Map.of("xa", Kind.XA, "phuong", Kind.PHUONG, "thi tran", Kind.THI_TRAN, "dac khu", Kind.DAC_KHU);
    private static final Map<String, String> SHORT = Map.of(
            "tt",
            "thi tran",
            "p",
            "phuong",
            "x",
            "xa",
            "dk",
            "dac khu",
            "tx",
            "thi xa",
            "tp",
            "thanh pho",
            "h",
            "huyen");

    /** Splits "Thị Trấn Ái Tử" into its kind and "Ái Tử". */
    static UnitName of(String fullName) {
        String text = fullName.strip();
        List<String> words = List.of(text.split("\\s+"));
        for (int n = Math.min(2, words.size() - 1); n >= 1; n--) {
            Kind kind = KINDS.get(NameFolding.fold(String.join(" ", words.subList(0, n))));
            if (kind != null) {
                return new UnitName(kind, String.join(" ", words.subList(n, words.size())));
            }
        }
        return new UnitName(Kind.OTHER, text);
    }

    String fullName() {
        return kind == Kind.OTHER ? name : kind.label() + " " + name;
    }

    /** The folded text with "tt", "p." and the like written out, when more words follow. */
    static String writtenOut(String folded) {
        int space = folded.indexOf(' ');
        String whole = space < 0 ? null : SHORT.get(folded.substring(0, space));
        return whole == null ? folded : whole + folded.substring(space);
    }

    /** The folded text without a leading kind of commune; the same text when there is none. */
    static String withoutKind(String folded) {
        for (String kind : KINDS.keySet()) {
            if (folded.startsWith(kind + " ")) {
                return folded.substring(kind.length() + 1);
            }
        }
        return folded;
    }
}
