package vn.reliefmap.message.internal.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.reliefmap.admin.AdminUnit;
import vn.reliefmap.item.Item;
import vn.reliefmap.message.internal.form.ShortMessage.Cry;

/**
 * Reads the short form of an SMS, in Vietnamese with and without diacritics, in any case and order, with missing spaces and
 * slips of the finger. Takes any text and never throws; what it cannot read it gives back. Immutable, thread-safe.
 */
public final class ShortForm {
    /** Characters that are read; more is told as cut. */
    public static final int LONGEST = 2000;

    private static final int MOST_TOKENS = 250;

    private final Vocabulary words;
    private final Function<String, List<AdminUnit>> meantBy;
    private final List<AdminUnit> present;

    /**
     * @param catalogue items in use
     * @param meantBy the present units that a name in a list can mean, as {@code AdminUnits.meantBy}
     * @param present all present units
     */
    public ShortForm(List<Item> catalogue, Function<String, List<AdminUnit>> meantBy, List<AdminUnit> present) {
        this.words = new Vocabulary(catalogue);
        this.meantBy = meantBy;
        this.present = List.copyOf(present);
    }

    /** What the text says. */
    public ShortMessage read(String text) {
        boolean cut = text.length() > LONGEST;
        String whole = cut ? text.substring(0, LONGEST) : text;
        Optional<Commands.Found> command = Commands.find(whole);
        Coordinates.Found coordinates =
                Coordinates.find(command.map(Commands.Found::rest).orElse(whole));
        List<Token> tokens = Token.of(coordinates.rest(), MOST_TOKENS);
        PlaceWords places = new PlaceWords(words, meantBy, present);
        List<Reading.Piece> pieces = places.takeOutOfRest(Reading.pieces(places.takeOut(tokens), words));
        Amounts amounts = new Amounts(words);
        amounts.read(pieces);
        List<String> unread = new ArrayList<>(coordinates.unread());
        unread.addAll(places.unread());
        unread.addAll(amounts.unread());
        return new ShortMessage(
                command.map(Commands.Found::command).orElse(null),
                cry(whole, pieces, amounts),
                coordinates.place(),
                places.commune().orElse(null),
                places.unclear(),
                places.hamlet(),
                amounts.people(),
                amounts.vulnerable(),
                amounts.wishes(),
                amounts.unwanted(),
                unread,
                cut);
    }

    private static Cry cry(String text, List<Reading.Piece> pieces, Amounts amounts) {
        if (Commands.asksForHelp(text)) {
            return Cry.HELP;
        }
        if (pieces.stream().anyMatch(piece -> piece.is(Sense.Kind.SOS))) {
            return Cry.SOS;
        }
        boolean safe = false;
        for (int i = 0; i < pieces.size(); i++) {
            boolean denied = i > 0 && Commands.denies(pieces.get(i - 1).written());
            safe |= pieces.get(i).is(Sense.Kind.SAFE) && !denied;
        }
        return safe && amounts.wishes().isEmpty() ? Cry.SAFE : Cry.ASKS;
    }
}
