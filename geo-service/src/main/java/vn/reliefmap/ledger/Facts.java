package vn.reliefmap.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.PublicCode;

/**
 * What an entry tells, built step by step. Every form is narrow and none takes free text, so that no name, phone number or
 * address can get into the ledger even by mistake; what does not fit is an {@link IllegalArgumentException}.
 */
public final class Facts {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z_]{0,39}");
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]{0,59}");
    private static final Pattern UNIT = Pattern.compile("[A-Z0-9]{2,12}([.][A-Z0-9]{1,12})?");

    private final Map<String, Object> values = new TreeMap<>();

    /** Facts about one disaster. */
    public static Facts of(UUID disaster) {
        Facts facts = new Facts();
        facts.values.put("disaster", disaster.toString());
        return facts;
    }

    /** Facts about what belongs to no disaster, for example stock in a depot. */
    public static Facts ofNoDisaster() {
        return new Facts();
    }

    /** An opaque public code, for example of a gift. */
    public Facts code(String name, PublicCode code) {
        return put(name, code.toString());
    }

    /** A word of the program, for example a reason: small letters, digits and underscores. */
    public Facts word(String name, String word) {
        return put(name, matching(WORD, word));
    }

    /** An admin unit by its code; nothing when the code is null. */
    public Facts unit(String name, @Nullable String code) {
        return code == null ? this : put(name, matching(UNIT, code));
    }

    /** A whole number of 0 or more. */
    public Facts count(String name, long count) {
        if (count < 0) {
            throw new IllegalArgumentException(name + " is below 0");
        }
        return put(name, count);
    }

    /** A moment, to the minute: enough to follow, too coarse to match with what somebody saw. */
    public Facts time(String name, Instant time) {
        return put(name, time.truncatedTo(ChronoUnit.MINUTES).toString());
    }

    /** Quantities of one commune, item and gift are told as their sum: a line for each home would tell what it got. */
    public Facts goods(List<Goods> goods) {
        Map<Goods, BigDecimal> sums = new LinkedHashMap<>();
        for (Goods each : goods) {
            if (each.quantity().signum() < 0) {
                throw new IllegalArgumentException("a quantity is below 0");
            }
            Goods alike = new Goods(each.commune(), each.item(), BigDecimal.ZERO, each.gift());
            sums.merge(alike, each.quantity(), BigDecimal::add);
        }
        List<Map<String, Object>> told = new ArrayList<>();
        sums.forEach((alike, sum) -> {
            Map<String, Object> line = new TreeMap<>();
            if (alike.commune() != null) {
                line.put("commune", matching(UNIT, alike.commune()));
            }
            line.put("item", matching(WORD, alike.item()));
            line.put("quantity", exact(sum));
            if (alike.gift() != null) {
                line.put("gift", alike.gift().toString());
            }
            told.add(line);
        });
        return put("goods", told);
    }

    /** By name, in order. */
    public Map<String, Object> values() {
        return Collections.unmodifiableMap(values);
    }

    private Facts put(String name, Object value) {
        if (values.put(matching(NAME, name), value) != null) {
            throw new IllegalArgumentException(name + " is told twice");
        }
        return this;
    }

    private static String matching(Pattern form, String text) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException("the ledger takes no such text for " + form);
        }
        return text;
    }

    /** A text, since canonical JSON knows numbers of double precision only. */
    private static String exact(BigDecimal quantity) {
        return quantity.signum() == 0 ? "0" : quantity.stripTrailingZeros().toPlainString();
    }
}
