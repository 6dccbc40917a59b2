package vn.reliefmap.message.internal.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.item.Item;
import vn.reliefmap.kernel.NameFolding;
import vn.reliefmap.kernel.Numbers;
import vn.reliefmap.message.GoodsWords.Goods;
import vn.reliefmap.message.GoodsWords.Pack;

/**
 * Reads one kind of goods with its amount. The words are those of an SMS; since the whole text speaks of goods, a word that
 * means something else without diacritics ("chan": blanket or leg) counts here too. Immutable, thread-safe.
 */
public final class GoodsForm {
    private static final int LONGEST = 200;
    private static final int MOST_TOKENS = 40;
    private static final BigDecimal MOST = new BigDecimal("1e9");
    /** "2 000 kg": a space that parts thousands. */
    private static final Pattern SPACED_THOUSANDS = Pattern.compile("(?<=\\d)[ \\u00a0](?=\\d{3}(?!\\d))");

    private final Vocabulary words;
    private final Map<String, Item> items = new HashMap<>();
    private final Map<String, String> bare = new HashMap<>();

    /** @param catalogue items in use */
    public GoodsForm(List<Item> catalogue) {
        words = new Vocabulary(catalogue);
        catalogue.forEach(item -> {
            items.put(item.code(), item);
            names(item).forEach(name -> bare.put(name, item.code()));
        });
        Phrases.GOODS.forEach((code, phrases) -> phrases.forEach(phrase -> bare.put(NameFolding.fold(phrase), code)));
    }

    /** What the text says; of several goods the first. */
    public Goods read(String text) {
        String whole = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        List<Token> tokens = Token.of(SPACED_THOUSANDS.matcher(whole).replaceAll("."), MOST_TOKENS);
        List<Reading.Piece> pieces = Reading.pieces(tokens, words);
        Heard heard = wholeName(whole)
                .or(() -> named(pieces))
                .or(() -> bare(tokens))
                .or(() -> money(pieces))
                .orElse(null);
        if (heard == null) {
            return new Goods(null, null, null, null);
        }
        Item item = heard.item();
        String uncounted = null;
        for (int i = 0; i < pieces.size(); i++) {
            BigDecimal number = pieces.get(i).number() == null
                    ? null
                    : Numbers.quantity(pieces.get(i).written()).orElse(null);
            if (number == null) {
                continue;
            }
            Counting counting = counting(heard, pieces, i);
            BigDecimal quantity = counting == null
                    ? BigDecimal.ZERO
                    : number.multiply(counting.holds()).setScale(3, RoundingMode.HALF_UP);
            if (counting != null && quantity.signum() > 0 && quantity.compareTo(MOST) <= 0) {
                return new Goods(item.code(), Numbers.plain(quantity), counting.pack(), null);
            }
            uncounted = uncounted == null ? asWritten(pieces, i) : uncounted;
        }
        return new Goods(item.code(), null, null, uncounted);
    }

    /** @param pack null for the item's own unit and for measures */
    private record Counting(BigDecimal holds, @Nullable Pack pack) {
        static Counting measure(BigDecimal holds) {
            return new Counting(holds, null);
        }
    }

    /** @param firstWord of the name where it was known only without diacritics or as a whole; empty otherwise */
    private record Heard(Item item, String firstWord) {}

    /** A name of the catalogue of several words, numbers among them: "Can đựng nước 20 lít". The longest counts. */
    private Optional<Heard> wholeName(String text) {
        String folded = " " + NameFolding.fold(text) + " ";
        return items.values().stream()
                .flatMap(item -> names(item)
                        .filter(name -> name.contains(" ") && folded.contains(" " + name + " "))
                        .map(name -> new Heard(item, name.substring(0, name.indexOf(' ')))))
                .max(Comparator.comparingInt(
                                (Heard heard) -> heard.item().nameVi().length())
                        .thenComparing(heard -> heard.item().code()));
    }

    /** Folded; in English also as it is counted. */
    private static Stream<String> names(Item item) {
        return Stream.of(item.nameVi(), item.nameEn(), item.oneEn(), item.manyEn())
                .filter(Objects::nonNull)
                .map(NameFolding::fold);
    }

    private Optional<Heard> named(List<Reading.Piece> pieces) {
        return pieces.stream()
                .map(Reading.Piece::sense)
                .filter(sense -> sense != null && sense.item() != null)
                .map(sense -> items.get(String.valueOf(sense.item())))
                .filter(item -> item != null)
                .findFirst()
                .map(item -> new Heard(item, ""));
    }

    /** The longest run of words that is a name of goods once diacritics are left out. */
    private Optional<Heard> bare(List<Token> tokens) {
        for (int length = Math.min(Vocabulary.LONGEST, tokens.size()); length > 0; length--) {
            for (int from = 0; from + length <= tokens.size(); from++) {
                List<Token> run = tokens.subList(from, from + length);
                if (run.stream().allMatch(Token::word) && run.stream().noneMatch(Token::accented)) {
                    Item item = items.get(bare.getOrDefault(
                            String.join(" ", run.stream().map(Token::folded).toList()), ""));
                    if (item != null) {
                        return Optional.of(new Heard(item, run.get(0).folded()));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** "5 triệu": money names itself by its measure. */
    private Optional<Heard> money(List<Reading.Piece> pieces) {
        for (int i = 1; i < pieces.size(); i++) {
            String unit = NameFolding.fold(pieces.get(i).written());
            if (pieces.get(i - 1).number() != null && GoodsUnits.MONEY.containsKey(unit)) {
                return Optional.ofNullable(items.get("cash")).map(cash -> new Heard(cash, ""));
            }
        }
        return Optional.empty();
    }

    /** How much of the item one of what the number counts is; null when that is not known. */
    private static @Nullable Counting counting(Heard heard, List<Reading.Piece> pieces, int number) {
        Item item = heard.item();
        Reading.Piece next = number + 1 < pieces.size() ? pieces.get(number + 1) : null;
        if (next == null || next.breaks() || next.number() != null || namesGoods(next)) {
            return Counting.measure(BigDecimal.ONE);
        }
        String unit = NameFolding.fold(next.written());
        if (unit.equals(heard.firstWord())) {
            return Counting.measure(BigDecimal.ONE);
        }
        String meant = next.sense() == null ? null : next.sense().unit();
        Pack pack = GoodsUnits.pack(item.code(), unit);
        if (pack != null) {
            return new Counting(pack.holds(), pack);
        }
        if (GoodsUnits.own(item, unit, meant)) {
            return Counting.measure(BigDecimal.ONE);
        }
        BigDecimal factor = GoodsUnits.measure(item, unit);
        return factor == null ? null : Counting.measure(factor);
    }

    private static boolean namesGoods(Reading.Piece piece) {
        return piece.sense() != null && piece.sense().item() != null;
    }

    private static String asWritten(List<Reading.Piece> pieces, int number) {
        String count = pieces.get(number).written();
        return NumberText.identity(count) || number + 1 >= pieces.size()
                ? ""
                : count + " " + pieces.get(number + 1).written();
    }
}
