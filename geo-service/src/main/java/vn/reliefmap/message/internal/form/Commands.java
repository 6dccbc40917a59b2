package vn.reliefmap.message.internal.form;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.reliefmap.kernel.NameFolding;
import vn.reliefmap.kernel.PublicCode;
import vn.reliefmap.message.internal.form.ShortMessage.Command;
import vn.reliefmap.message.internal.form.ShortMessage.Verb;

/** Words about an earlier report: "XONG ABCD-EFGH", or "XONG" alone for the sender's last one. */
final class Commands {
    /** The longest words first, since the first that fits is taken. */
    private static final Map<Verb, String> VERBS = verbs();

    private static final Set<String> HELP = Set.of("giup", "help", "huong dan", "hd", "tro giup", "cu phap", "giup do");
    private static final Pattern CODE =
            Pattern.compile("^[\\s:.,=<(\\[-]*([A-Z0-9]{4})[\\s.-]{0,3}([A-Z0-9]{4})(?![A-Z0-9])");

    private Commands() {}

    private static Map<Verb, String> verbs() {
        Map<Verb, String> verbs = new LinkedHashMap<>();
        verbs.put(Verb.DONE, "da nhan du|da nhan duoc|da nhan|nhan du|du roi|het can|da xong|xong roi|xong");
        verbs.put(Verb.CONFIRM, "con can|con thieu|van can|van con|chua nhan|chua co|con");
        verbs.put(Verb.CANCEL, "huy bo|huy|xoa|rut");
        verbs.put(Verb.STATUS, "tinh trang|trang thai|ma so|ma|kiem tra|kt|xem");
        return verbs;
    }

    /**
     * @param rest what stands behind the command
     */
    record Found(Command command, String rest) {}

    static Optional<Found> find(String text) {
        String plain = bare(text);
        for (Map.Entry<Verb, String> verb : VERBS.entrySet()) {
            Matcher word = Pattern.compile("^\\W*(?:" + verb.getValue() + ")").matcher(plain.toLowerCase(Locale.ROOT));
            if (word.find()) {
                String behind = plain.substring(word.end());
                Optional<Found> found = coded(verb.getKey(), behind);
                if (found.isPresent()) {
                    return found;
                }
                boolean alone = NameFolding.fold(behind).isEmpty();
                if (alone
                        && verb.getKey() != Verb.STATUS
                        && NameFolding.fold(plain).matches(wholeWords(verb.getKey()))) {
                    return Optional.of(new Found(new Command(verb.getKey(), null, true), ""));
                }
            }
        }
        return coded(Verb.STATUS, plain).filter(found -> found.command().alone());
    }

    /** Alone, "con" may be a child. */
    private static String wholeWords(Verb verb) {
        String words = VERBS.getOrDefault(verb, "");
        return verb == Verb.CONFIRM ? words.replace("|con", "").replaceAll("^con can", "con can") + "|con can" : words;
    }

    private static Optional<Found> coded(Verb verb, String behind) {
        Matcher code = CODE.matcher(behind.toUpperCase(Locale.ROOT));
        if (!code.find()) {
            return Optional.empty();
        }
        String rest = behind.substring(code.end());
        return PublicCode.typed(code.group(1) + code.group(2))
                .map(known -> new Found(
                        new Command(verb, known, NameFolding.fold(rest).isEmpty()), rest));
    }

    static boolean asksForHelp(String text) {
        return text.strip().matches("[?\\s]*") || HELP.contains(NameFolding.fold(text));
    }

    static boolean denies(String word) {
        String folded = NameFolding.fold(word);
        return folded.equals("khong") || folded.equals("chua") || folded.equals("ko") || folded.equals("k");
    }

    /** Without diacritics, letter for letter. */
    private static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('đ', 'd')
                .replace('Đ', 'D');
    }
}
