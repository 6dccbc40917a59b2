package vn.reliefmap.message.internal.form;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Fills one SMS: 160 characters of the GSM alphabet, which has no Vietnamese diacritics, so that they are left out. What
 * must be said is added first; what no longer fits is left out as a whole, or cut where that is allowed.
 */
public final class OneSms {
    /** Characters of the GSM 03.38 alphabet in one message. */
    public static final int LONGEST = 160;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    /** Characters that every phone and gateway counts as one; the rest becomes a blank. */
    private static final Pattern OTHERS = Pattern.compile("[^A-Za-z0-9 .,:;!?()/+%-]+");

    private final StringBuilder text = new StringBuilder(LONGEST);

    /** Something that must be in it; an {@link IllegalStateException} when it does not fit, which tests exclude. */
    public OneSms must(String words) {
        if (!fits(plain(words))) {
            throw new IllegalStateException("the fixed part of an answer is too long");
        }
        return add(plain(words));
    }

    /** Something that is said if there is room for all of it. */
    public OneSms fitting(String words) {
        return fits(plain(words)) ? add(plain(words)) : this;
    }

    /** Something that may be cut, if room for at least half of it is left. */
    public OneSms cut(String words) {
        String plain = plain(words);
        int room = LONGEST - text.length() - 3;
        if (plain.isEmpty() || fits(plain)) {
            return add(plain);
        }
        return room * 2 >= plain.length() ? add(plain.substring(0, room).strip() + "..") : this;
    }

    /** The whole message. */
    public String text() {
        return text.toString();
    }

    /** Without diacritics, in letters that every phone shows. */
    public static String plain(String words) {
        String bare = MARKS.matcher(Normalizer.normalize(words, Normalizer.Form.NFD))
                .replaceAll("")
                .replace('đ', 'd')
                .replace('Đ', 'D');
        return OTHERS.matcher(bare).replaceAll(" ").replaceAll(" {2,}", " ").strip();
    }

    private boolean fits(String plain) {
        return text.length() + 1 + plain.length() <= LONGEST;
    }

    private OneSms add(String plain) {
        if (!plain.isEmpty()) {
            text.append(text.isEmpty() ? "" : " ").append(plain);
        }
        return this;
    }
}
