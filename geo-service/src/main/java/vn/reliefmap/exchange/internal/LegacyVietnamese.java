package vn.reliefmap.exchange.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Text that was typed for a Vietnamese font of before Unicode: each letter stands as the one that a western font has at its
 * place. Some officials' lists still hold such text.
 */
public enum LegacyVietnamese {
    /** TCVN 5712:1993, third form, known as ABC: one character for each letter. */
    TCVN3(
            Pattern.compile("[\\p{L}][µ¶·¸¹¨©ª«¬®»¼½¾]|[®§¡¢¤¥¦][\\p{L}µ¶·¸¹]|[µ¸¶¹¨ª®]\\p{L}"),
            false,
            "µà ¸á ¶ả ·ã ¹ạ ¨ă »ằ ¾ắ ¼ẳ ½ẵ Æặ ©â Çầ Êấ Èẩ Éẫ Ëậ ®đ Ìè Ðé Îẻ Ïẽ Ñẹ ªê Òề Õế Óể Ôễ Öệ ×ì Ýí Øỉ Üĩ Þị "
                    + "ßò ãó áỏ âõ äọ «ô åồ èố æổ çỗ éộ ¬ơ êờ íớ ëở ìỡ îợ ïù óú ñủ òũ ôụ \u00ADư õừ øứ öử ÷ữ ùự úỳ ýý "
                    + "ûỷ üỹ þỵ ¡Ă ¢Â §Đ £Ê ¤Ô ¥Ơ ¦Ư"),
    /** VNI Windows: a bare letter followed by its mark, some letters in one character. */
    VNI(
            Pattern.compile("[aeoAEO][âêÂÊ]|[aeouyôöAEOUYÔÖ][ùøûõïÙØÛÕÏ]|[aeoAEO][áàåãäéèúüëÁÀÅÃÄÉÈÚÜË]"),
            true,
            "aøà aùá aûả aõã aïạ aââ aàầ aáấ aåẩ aãẫ aäậ aêă aèằ aéắ aúẳ aüẵ aëặ eøè eùé eûẻ eõẽ eïẹ eâê eàề eáế eåể "
                    + "eãễ eäệ ìì íí æỉ óĩ òị oøò oùó oûỏ oõõ oïọ oâô oàồ oáố oåổ oãỗ oäộ ôơ ôøờ ôùớ ôûở ôõỡ ôïợ uøù uùú "
                    + "uûủ uõũ uïụ öư öøừ öùứ öûử öõữ öïự yøỳ yùý yûỷ yõỹ îỵ ñđ");

    private final Pattern telltale;

    @SuppressWarnings("ImmutableEnumChecker") // filled once, below
    private final Map<String, String> letters = new HashMap<>();

    /** @param capitals of western letters stand for capitals */
    LegacyVietnamese(Pattern telltale, boolean capitals, String table) {
        this.telltale = telltale;
        for (String pair : table.split(" ")) {
            String legacy = pair.substring(0, pair.length() - 1);
            String letter = pair.substring(pair.length() - 1);
            letters.put(legacy, letter);
            if (capitals) {
                letters.put(legacy.toUpperCase(Locale.ROOT), letter.toUpperCase(Locale.ROOT));
                letters.put(
                        legacy.substring(0, 1).toUpperCase(Locale.ROOT) + legacy.substring(1),
                        letter.toUpperCase(Locale.ROOT));
            }
        }
    }

    /** The encoding that most of the texts are in; empty when they are Unicode. */
    public static Optional<LegacyVietnamese> of(Collection<String> texts) {
        long unicode = texts.stream()
                .filter(text -> text.chars().anyMatch(c -> c > 0xFF && Character.isLetter(c)))
                .count();
        long tcvn3 = TCVN3.showsIn(texts);
        long vni = VNI.showsIn(texts);
        LegacyVietnamese likely = tcvn3 >= vni ? TCVN3 : VNI;
        return Math.max(tcvn3, vni) > Math.max(1, unicode) ? Optional.of(likely) : Optional.empty();
    }

    /** The text in Unicode; a text that holds letters of Unicode's own already stays. */
    public String decoded(String text) {
        if (text.chars().allMatch(c -> c < 0x80) || text.chars().anyMatch(c -> c > 0xFF)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            String two = i + 1 < text.length() ? letters.get(text.substring(i, i + 2)) : null;
            String one = letters.get(text.substring(i, i + 1));
            out.append(two != null ? two : one != null ? one : text.substring(i, i + 1));
            i += two == null ? 0 : 1;
        }
        return out.toString();
    }

    private long showsIn(Collection<String> texts) {
        return texts.stream().filter(text -> telltale.matcher(text).find()).count();
    }
}
