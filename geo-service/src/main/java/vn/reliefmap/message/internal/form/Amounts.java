package vn.reliefmap.message.internal.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import vn.reliefmap.item.Item;
import vn.reliefmap.kernel.NameFolding;
import vn.reliefmap.message.internal.form.Reading.Piece;
import vn.reliefmap.message.internal.form.ShortMessage.Wish;

/**
 * Puts numbers to what they count. A number without a unit counts people, pieces, or nothing: no quantity is made up, and
 * one whose unit is not the item's (a carton, a bag) is told back as not understood.
 */
final class Amounts {
    private static final int MOST_PEOPLE = 9999;
    private static final double MOST_GOODS = 100_000;
    /** Units in which people count without naming them: "2 áo phao". */
    private static final Set<String> PIECES = Set.of("cai", "chiec", "tam", "bo", "cuon", "con");

    private final Vocabulary words;
    private final Map<String, OptionalDouble> wishes = new LinkedHashMap<>();
    private final Set<String> unwanted = new LinkedHashSet<>();
    private final List<String> unread = new ArrayList<>();
    private int people;
    private int adults;
    private int vulnerable;
    private boolean numberFirst;

    Amounts(Vocabulary words) {
        this.words = words;
    }

    int people() {
        return Math.min(MOST_PEOPLE, Math.max(people > 0 ? people : adults + vulnerable, vulnerable));
    }

    int vulnerable() {
        return vulnerable;
    }

    List<Wish> wishes() {
        return wishes.entrySet().stream()
                .map(wish -> new Wish(wish.getKey(), wish.getValue()))
                .toList();
    }

    List<String> unwanted() {
        return List.copyOf(unwanted);
    }

    List<String> unread() {
        return unread;
    }

    /** Reads the pieces from the first to the last. */
    void read(List<Piece> pieces) {
        numberFirst = numberFirst(pieces);
        boolean wanted = true;
        Set<Integer> used = new LinkedHashSet<>();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (piece.is(Sense.Kind.WANTED)) {
                wanted = true;
            } else if (piece.is(Sense.Kind.UNWANTED)) {
                wanted = false;
            } else if (piece.breaks() && !piece.written().equals(",")) {
                wanted = true;
            } else if (piece.sense() != null && piece.sense().item() != null) {
                item(piece.sense().item(), wanted, pieces, i, used);
            } else if (piece.number() != null) {
                people(pieces, i, used);
            }
        }
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            boolean loose = piece.unknown() || (piece.number() != null && !used.contains(i));
            if (loose && !NumberText.identity(piece.written())) {
                unread.add(piece.number() != null ? withUnit(pieces, i) : piece.written());
            }
        }
    }

    private static String withUnit(List<Piece> pieces, int number) {
        boolean unit = number + 1 < pieces.size() && pieces.get(number + 1).is(Sense.Kind.UNIT);
        return pieces.get(number).written()
                + (unit ? " " + pieces.get(number + 1).written() : "");
    }

    private void people(List<Piece> pieces, int at, Set<Integer> used) {
        Double number = pieces.get(at).number();
        Piece next = at + 1 < pieces.size() ? pieces.get(at + 1) : null;
        if (number == null || next == null || number != Math.rint(number) || number > MOST_PEOPLE) {
            return;
        }
        int count = number.intValue();
        if (next.is(Sense.Kind.PEOPLE) && people == 0) {
            people = count;
            used.add(at);
        } else if (next.is(Sense.Kind.ADULTS)) {
            adults = Math.min(MOST_PEOPLE, adults + count);
            used.add(at);
        } else if (next.is(Sense.Kind.VULNERABLE)) {
            vulnerable = Math.min(MOST_PEOPLE, vulnerable + count);
            used.add(at);
        }
    }

    private void item(String code, boolean wanted, List<Piece> pieces, int at, Set<Integer> used) {
        if (!wanted) {
            if (!wishes.containsKey(code)) {
                unwanted.add(code);
            }
            return;
        }
        unwanted.remove(code);
        OptionalDouble known = wishes.getOrDefault(code, OptionalDouble.empty());
        Item item = words.item(code);
        if (known.isPresent() || item == null) {
            return;
        }
        int before = numberBefore(pieces, at);
        int after = numberAfter(pieces, at);
        boolean fitsBefore = before >= 0 && !used.contains(before) && fits(item, pieces, before, at);
        boolean fitsAfter = after >= 0 && fits(item, pieces, after, -1) && !countsSomethingElse(pieces, after);
        int number = fitsBefore && (numberFirst || !fitsAfter) ? before : fitsAfter ? after : -1;
        if (number < 0) {
            wishes.put(code, OptionalDouble.empty());
            return;
        }
        used.add(number);
        wishes.put(code, OptionalDouble.of(quantity(pieces.get(number))));
    }

    private static double quantity(Piece piece) {
        Double number = piece.number();
        return number == null ? 0 : number;
    }

    /** Index of a number right before the item, with or without its unit; −1 when there is none. */
    private static int numberBefore(List<Piece> pieces, int at) {
        int unit = at - 1;
        int number = unit >= 0 && pieces.get(unit).is(Sense.Kind.UNIT) ? unit - 1 : unit;
        return number >= 0 && pieces.get(number).number() != null ? number : -1;
    }

    /** The same right after it; a number without a unit counts what comes after it, never what came before. */
    private static int numberAfter(List<Piece> pieces, int at) {
        boolean there = at + 2 < pieces.size()
                && pieces.get(at + 1).number() != null
                && pieces.get(at + 2).is(Sense.Kind.UNIT);
        return there ? at + 1 : -1;
    }

    /** "gạo 20 gói mì": where numbers come first, the number belongs to what follows. */
    private boolean countsSomethingElse(List<Piece> pieces, int number) {
        int next = number + 2;
        if (!numberFirst || next >= pieces.size()) {
            return false;
        }
        Sense sense = pieces.get(next).sense();
        return sense != null && sense.item() != null;
    }

    private boolean fits(Item item, List<Piece> pieces, int number, int itemAt) {
        double quantity = quantity(pieces.get(number));
        if (quantity <= 0 || quantity > MOST_GOODS || quantity * 1000 != Math.rint(quantity * 1000)) {
            return false;
        }
        Piece next = pieces.get(number + 1);
        String own = firstWord(item.unitVi());
        if (next.is(Sense.Kind.UNIT)) {
            String unit = next.sense() == null ? null : next.sense().unit();
            return unit != null && (unit.equals(own) || (unit.equals("cai") && own.equals("chiec")));
        }
        return number + 1 == itemAt && PIECES.contains(own);
    }

    private static String firstWord(String unit) {
        String folded = NameFolding.fold(unit);
        int space = folded.indexOf(' ');
        return space < 0 ? folded : folded.substring(0, space);
    }

    /** Does this sender write "20 kg gạo" or "gạo 20 kg"? */
    private static boolean numberFirst(List<Piece> pieces) {
        for (int i = 0; i < pieces.size(); i++) {
            Sense sense = pieces.get(i).sense();
            if (sense != null && sense.item() != null) {
                return numberBefore(pieces, i) >= 0;
            }
        }
        return false;
    }
}
