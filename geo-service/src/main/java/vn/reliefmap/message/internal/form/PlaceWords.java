package vn.reliefmap.message.internal.form;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.admin.AdminUnit;
import vn.reliefmap.kernel.NameFolding;

/**
 * Finds commune and hamlet among the words of one message and takes them out. A commune is looked for where a word such as
 * "xã" stands, then in what is left; a hamlet is whatever follows "thôn" and its like.
 */
final class PlaceWords {
    private static final int LONGEST_COMMUNE = 4;
    private static final int LONGEST_HAMLET = 5;
    private static final int LENGTH_FOR_FAULTS = 5;
    /** What cannot be part of a hamlet's name. */
    private static final Set<Sense.Kind> ENDS_A_NAME = Set.of(
            Sense.Kind.SOS,
            Sense.Kind.SAFE,
            Sense.Kind.PEOPLE,
            Sense.Kind.ADULTS,
            Sense.Kind.WANTED,
            Sense.Kind.UNWANTED,
            Sense.Kind.ITEM,
            Sense.Kind.COMMUNE,
            Sense.Kind.DISTRICT,
            Sense.Kind.HAMLET);

    private final Vocabulary words;
    private final Function<String, List<AdminUnit>> meantBy;
    private final List<AdminUnit> present;
    private final Set<AdminUnit> communes = new LinkedHashSet<>();
    private final List<String> unread = new ArrayList<>();
    private String hamlet = "";
    private String wider = "";

    /**
     * @param meantBy the present units that a name can mean
     * @param present all of them, for names with one letter wrong
     */
    PlaceWords(Vocabulary words, Function<String, List<AdminUnit>> meantBy, List<AdminUnit> present) {
        this.words = words;
        this.meantBy = meantBy;
        this.present = present;
    }

    /** The one commune that is meant. */
    Optional<AdminUnit> commune() {
        return communes.size() == 1 ? communes.stream().findFirst() : Optional.empty();
    }

    /** Full names of several that could be meant. */
    List<String> unclear() {
        return communes.size() < 2
                ? List.of()
                : communes.stream().map(AdminUnit::fullName).distinct().toList();
    }

    String hamlet() {
        return hamlet;
    }

    /** Words that name a commune which is not there. */
    List<String> unread() {
        return unread;
    }

    /** The tokens without those that name places; a break stands for each place. */
    List<Token> takeOut(List<Token> tokens) {
        wider = district(tokens);
        List<Token> left = new ArrayList<>();
        int i = 0;
        while (i < tokens.size()) {
            int end = placeEnd(tokens, i);
            if (end > i) {
                left.add(new Token(Token.Kind.BREAK, ",", "", false));
                i = end;
            } else {
                left.add(tokens.get(i++));
            }
        }
        return left;
    }

    /** Where the place that begins there ends; {@code from} when none does. */
    private int placeEnd(List<Token> tokens, int from) {
        for (int end = Math.min(from + 3, tokens.size()); end > from; end--) {
            Sense sense = phrase(tokens, from, end);
            int name = sense == null ? from : afterDot(tokens, end);
            if (sense != null && sense.kind() == Sense.Kind.COMMUNE) {
                return communeEnd(tokens, from, name);
            }
            if (sense != null && sense.kind() == Sense.Kind.DISTRICT) {
                return nameEnd(tokens, name) > name ? Math.min(nameEnd(tokens, name), name + 2) : from;
            }
            if (sense != null && sense.kind() == Sense.Kind.HAMLET && hamlet.isEmpty()) {
                return hamletEnd(tokens, from, name);
            }
            if (sense != null) {
                return from; // a longer phrase that is something else
            }
        }
        return from;
    }

    private int communeEnd(List<Token> tokens, int from, int name) {
        String kind = Reading.written(tokens, from, from + 1);
        int most = Math.min(name + LONGEST_COMMUNE, nameEnd(tokens, name));
        for (int end = most; end > name; end--) {
            List<AdminUnit> found = find(kind + " ", Reading.written(tokens, name, end));
            if (found.isEmpty()) {
                found = find(telex(tokens, from, from + 1) + " ", telex(tokens, name, end));
            }
            if (!found.isEmpty()) {
                communes.addAll(found);
                return end;
            }
        }
        for (int end = most; end > name; end--) {
            List<AdminUnit> found = almost(Reading.written(tokens, name, end));
            if (found.size() == 1) {
                communes.addAll(found);
                return end;
            }
        }
        int unknown = Math.min(name + 2, textEnd(tokens, name));
        // "x" and "p" alone are no words for communes, and "xa" may be "far".
        if (unknown > name && tokens.get(from).raw().length() > 1) {
            unread.add(Reading.written(tokens, from, unknown));
            return unknown;
        }
        return from;
    }

    private static String telex(List<Token> tokens, int from, int end) {
        return String.join(
                " ", tokens.subList(from, end).stream().map(Token::telex).toList());
    }

    private List<AdminUnit> find(String kind, String name) {
        if (!wider.isEmpty()) {
            List<AdminUnit> within = meantBy.apply(kind + name + ", " + wider);
            if (!within.isEmpty()) {
                return within;
            }
        }
        return meantBy.apply(kind + name);
    }

    /** Present units whose name has one letter else. */
    private List<AdminUnit> almost(String name) {
        String typed = NameFolding.fold(name).replace(" ", "");
        return typed.length() < LENGTH_FOR_FAULTS
                ? List.of()
                : present.stream()
                        .filter(unit -> OneFault.between(
                                typed, NameFolding.fold(unit.name()).replace(" ", "")))
                        .toList();
    }

    private int hamletEnd(List<Token> tokens, int from, int name) {
        int end = name;
        while (end < tokens.size() && end - name < LONGEST_HAMLET && belongs(tokens, name, end)) {
            end++;
        }
        if (end == name) {
            return from;
        }
        int cut = communes.isEmpty() ? communeAtEnd(tokens, name, end) : end;
        hamlet = Reading.written(tokens, name, cut);
        return end;
    }

    /** "thôn Diên Khánh Hải Lăng": a commune may follow without its word. */
    private int communeAtEnd(List<Token> tokens, int name, int end) {
        for (int from = Math.max(name + 1, end - LONGEST_COMMUNE); from <= end - 2; from++) {
            List<AdminUnit> found = find("", Reading.written(tokens, from, end));
            if (found.size() == 1 && !Reading.written(tokens, from, end).matches(".*[0-9].*")) {
                communes.addAll(found);
                return from;
            }
        }
        return end;
    }

    private boolean belongs(List<Token> tokens, int name, int at) {
        Token token = tokens.get(at);
        if (token.breaks()) {
            return false;
        }
        if (token.number()) {
            // "thôn 3", "thôn Tân Xuân 2"; but "thôn Tân Xuân 5 người".
            return token.raw().length() <= 2 && (at + 1 == tokens.size() || !counted(tokens, at + 1));
        }
        if (at > name && Reading.numeral(token.folded()) > 0 && at + 1 < tokens.size() && counted(tokens, at + 1)) {
            return false; // "thôn Mỹ Hà ba người"
        }
        for (int end = Math.min(at + 3, tokens.size()); end > at; end--) {
            Sense sense = phrase(tokens, at, end);
            if (sense != null) {
                boolean filler =
                        at > name && Phrases.ENDS_A_NAME.contains(NameFolding.fold(Reading.written(tokens, at, end)));
                return !filler && !(ENDS_A_NAME.contains(sense.kind()) && (at > name || end > at + 1));
            }
        }
        return true;
    }

    /** True when what stands there is counted by the number before it. */
    private boolean counted(List<Token> tokens, int at) {
        for (int end = Math.min(at + 3, tokens.size()); end > at; end--) {
            Sense sense = phrase(tokens, at, end);
            if (sense != null) {
                return sense.kind() == Sense.Kind.PEOPLE
                        || sense.kind() == Sense.Kind.ADULTS
                        || sense.kind() == Sense.Kind.VULNERABLE
                        || sense.kind() == Sense.Kind.UNIT
                        || sense.kind() == Sense.Kind.ITEM;
            }
        }
        return false;
    }

    private @Nullable Sense phrase(List<Token> tokens, int from, int end) {
        return tokens.subList(from, end).stream().allMatch(Token::word) ? words.find(tokens, from, end) : null;
    }

    /** "P. Nam Đông Hà": the dot belongs to the word. */
    private static int afterDot(List<Token> tokens, int end) {
        return end < tokens.size() && tokens.get(end).raw().equals(".") ? end + 1 : end;
    }

    /** A name ends at a break. */
    private static int nameEnd(List<Token> tokens, int from) {
        int end = from;
        while (end < tokens.size() && !tokens.get(end).breaks()) {
            end++;
        }
        return end;
    }

    /** Where the run of words that are no phrases ends. */
    private int textEnd(List<Token> tokens, int from) {
        int end = from;
        while (end < tokens.size() && tokens.get(end).word() && phrase(tokens, end, end + 1) == null) {
            end++;
        }
        return end;
    }

    /** The district or province that the message names; empty when it names none. */
    private String district(List<Token> tokens) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            for (int end = Math.min(i + 2, tokens.size() - 1); end > i; end--) {
                Sense sense = phrase(tokens, i, end);
                if (sense != null && sense.kind() == Sense.Kind.DISTRICT) {
                    int name = afterDot(tokens, end);
                    return Reading.written(tokens, name, Math.min(name + 2, nameEnd(tokens, name)));
                }
            }
        }
        return "";
    }

    /** A commune whose name stands among words that mean nothing else, as in "Hai Lang 5 nguoi". */
    List<Reading.Piece> takeOutOfRest(List<Reading.Piece> pieces) {
        List<Reading.Piece> left = new ArrayList<>(pieces);
        for (int n = LONGEST_COMMUNE; n >= 2 && communes.isEmpty(); n--) {
            for (int i = 0; i + n <= left.size() && communes.isEmpty(); i++) {
                List<Reading.Piece> run = left.subList(i, i + n);
                if (run.stream().allMatch(Reading.Piece::unknown)) {
                    String name = String.join(
                            " ", run.stream().map(Reading.Piece::written).toList());
                    List<AdminUnit> found = find("", name);
                    if (!found.isEmpty()) {
                        communes.addAll(found);
                        run.clear();
                        left.add(i, new Reading.Piece(null, null, ",", true));
                    }
                }
            }
        }
        return left;
    }
}
