package vn.reliefmap.household.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.access.PersonalData;
import vn.reliefmap.household.internal.HouseholdColumns.Field;
import vn.reliefmap.item.Item;
import vn.reliefmap.item.Items;
import vn.reliefmap.kernel.NameFolding;
import vn.reliefmap.kernel.Numbers;
import vn.reliefmap.kernel.PhoneNumber;
import vn.reliefmap.kernel.RowSource;
import vn.reliefmap.kernel.TableRow;
import vn.reliefmap.kernel.WrittenTime;

/** Turns the rows of one list into households, or refuses them. */
final class HouseholdRowReader {
    private static final int MAX_TEXT_CHARS = 2000;
    private static final int MAX_REF_CHARS = 200;
    private static final int MAX_PEOPLE = 10_000;
    private static final BigDecimal MAX_QUANTITY = new BigDecimal("1e11");
    private static final Map<String, String> PRECISIONS = Map.of(
            "",
            "exact",
            "exact",
            "exact",
            "chinh xac",
            "exact",
            "approximate",
            "approximate",
            "gan dung",
            "approximate");
    /** As lists write it and as our own pages call it; folded. */
    private static final Map<String, String> URGENCIES = Map.ofEntries(
            Map.entry("critical", "critical"),
            Map.entry("nguy cap", "critical"),
            Map.entry("khan cap", "critical"),
            Map.entry("rat khan cap", "critical"),
            Map.entry("high", "high"),
            Map.entry("gap", "high"),
            Map.entry("cao", "high"),
            Map.entry("normal", "normal"),
            Map.entry("can", "normal"),
            Map.entry("thuong", "normal"),
            Map.entry("binh thuong", "normal"));
    /** What a row of sums begins with; with their tones, for people are called Tống and Công. */
    private static final Set<String> SUMS = Set.of(NameFolding.spelling("tổng"), NameFolding.spelling("cộng"));

    private static final Pattern SUM = Pattern.compile("(tong cong|tong so)( .*)?");

    private final RowSource rows;
    private final HouseholdColumns columns;
    private final List<String> names;
    private final Items items;
    private final PersonalData personal;
    private final RowPlaces places;
    private final KeysByName keysByName;

    HouseholdRowReader(
            RowSource rows,
            HouseholdColumns columns,
            Items items,
            PersonalData personal,
            RowPlaces places,
            KeysByName keysByName) {
        this.rows = rows;
        this.columns = columns;
        this.names = rows.columns();
        this.items = items;
        this.personal = personal;
        this.places = places;
        this.keysByName = keysByName;
    }

    /** The household of a row; throws {@link RowRefused} with the reason. */
    StagedHousehold read(TableRow row) {
        if (!row.text("").isEmpty()) {
            throw refused(row, HouseholdIssue.ROW_TOO_MANY_CELLS);
        }
        row.formulaError().ifPresent(column -> {
            throw new RowRefused(HouseholdIssue.FORMULA_ERROR.at(row.number()).in(rows.cell(row.number(), column)));
        });
        String givenRef = columns.text(row, Field.REF);
        boolean tooLong = row.cells().values().stream().anyMatch(cell -> cell.length() > MAX_TEXT_CHARS);
        if (tooLong || givenRef.length() > MAX_REF_CHARS) {
            throw refused(row, HouseholdIssue.TEXT_TOO_LONG);
        }
        int people = Numbers.count(columns.text(row, Field.PEOPLE)).orElse(0);
        if (people < 1 || people > MAX_PEOPLE) {
            throw refused(row, HouseholdIssue.PEOPLE_RANGE, Field.PEOPLE);
        }
        Integer vulnerable = vulnerable(row, people);
        String precision = PRECISIONS.get(NameFolding.fold(columns.text(row, Field.PRECISION)));
        if (precision == null) {
            throw refused(row, HouseholdIssue.PRECISION_UNKNOWN, Field.PRECISION);
        }
        String urgencyText = NameFolding.fold(columns.text(row, Field.URGENCY));
        String urgency = urgencyText.isEmpty() ? null : URGENCIES.get(urgencyText);
        if (urgency == null && !urgencyText.isEmpty()) {
            throw refused(row, HouseholdIssue.URGENCY_UNKNOWN, Field.URGENCY);
        }
        Map<String, BigDecimal> needs = needs(row);
        Instant confirmedAt = time(row);
        RowPlaces.Where where = places.of(row);
        String name = columns.text(row, Field.NAME);
        String phone = phone(columns.text(row, Field.PHONE));
        String ref = givenRef.isEmpty() ? ref(row, where, name, phone) : givenRef;
        UUID id = KeysByName.idOf(ref);
        String address = Stream.of(columns.text(row, Field.ADDRESS), columns.text(row, Field.HAMLET))
                .filter(part -> !part.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        return new StagedHousehold(
                row.number(),
                id,
                ref,
                sealed(id + "/name", name),
                sealed(id + "/phone", phone),
                people,
                vulnerable,
                address.isEmpty() ? null : address,
                where.commune(),
                where.hamlet(),
                where.at(),
                where.byName(),
                where.byName() ? "approximate" : precision,
                needs,
                urgency,
                confirmedAt);
    }

    /** The key of a row that gives none: where it is by name alone, or else was once, it is the person at the hamlet. */
    private String ref(TableRow row, RowPlaces.Where where, String name, String phone) {
        if (where.byName() && name.isEmpty()) {
            throw refused(row, HouseholdIssue.NAME_MISSING, Field.NAME);
        }
        String byName = keysByName.of(
                where.commune(), columns.text(row, Field.HAMLET), name, phone, columns.text(row, Field.BORN));
        return where.byName() || keysByName.known(byName)
                ? byName
                : "auto-"
                        + personal.fingerprint(
                                String.join("\u0000", name, phone, where.at().toString()));
    }

    /** One spelling for one number: spreadsheets take the leading zero off. What is no number of Vietnam stays as it is. */
    private static String phone(String text) {
        return PhoneNumber.read(text).map(PhoneNumber::national).orElse(text);
    }

    private @Nullable String sealed(String owner, String text) {
        return text.isEmpty() ? null : "\\x" + HexFormat.of().formatHex(personal.seal(owner, text));
    }

    private @Nullable Integer vulnerable(TableRow row, int people) {
        String text = columns.text(row, Field.VULNERABLE);
        if (text.isEmpty()) {
            return null;
        }
        int vulnerable = Numbers.count(text).orElse(-1);
        if (vulnerable < 0 || vulnerable > people) {
            throw refused(row, HouseholdIssue.VULNERABLE_RANGE, Field.VULNERABLE);
        }
        return vulnerable;
    }

    /** True for a row of sums, such as "Tổng cộng", which is no household. */
    boolean isSum(TableRow row) {
        String name = columns.text(row, Field.NAME);
        return columns.text(row, Field.REF).isEmpty()
                && names.stream()
                        .map(row::text)
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .filter(text -> name.isEmpty() || name.equals(text))
                        .filter(text -> SUMS.contains(NameFolding.spelling(text))
                                || SUM.matcher(NameFolding.fold(text)).matches())
                        .isPresent();
    }

    /** True for a row that may be who signed a list below its sums: it tells neither people nor a number nor a need. */
    boolean tellsNoHome(TableRow row) {
        return Stream.of(Field.PEOPLE, Field.PHONE, Field.NEEDS)
                        .allMatch(field -> columns.text(row, field).isEmpty())
                && columns.needs().entrySet().stream().allMatch(need -> Numbers.quantity(
                                withoutUnit(row.text(need.getKey()), items.get(need.getValue())))
                        .isEmpty());
    }

    private Map<String, BigDecimal> needs(TableRow row) {
        Map<String, BigDecimal> needs = new LinkedHashMap<>();
        columns.needs().forEach((column, item) -> addNeed(row, column, needs, items.get(item), row.text(column)));
        String all = columns.column(Field.NEEDS);
        for (String part : columns.text(row, Field.NEEDS).split(";", -1)) {
            if (!part.isBlank()) {
                String[] pair = part.split("[=:]", 2);
                String code = pair[0].strip().toLowerCase(Locale.ROOT);
                Item item = items.find(code)
                        .or(() -> HouseholdColumns.itemNamed(pair[0], items))
                        .orElseThrow(() -> refused(row, HouseholdIssue.UNKNOWN_ITEM, Field.NEEDS));
                if (pair.length < 2 || pair[1].isBlank()) {
                    throw refused(row, HouseholdIssue.QUANTITY_RANGE, Field.NEEDS);
                }
                addNeed(row, all, needs, item, pair[1].strip());
            }
        }
        return needs;
    }

    private void addNeed(TableRow row, @Nullable String column, Map<String, BigDecimal> needs, Item item, String text) {
        if (text.isEmpty()) {
            return;
        }
        BigDecimal quantity = Numbers.quantity(withoutUnit(text, item)).orElse(BigDecimal.valueOf(-1));
        BigDecimal stored = quantity.setScale(3, RoundingMode.HALF_UP);
        if (stored.signum() < 0 || stored.compareTo(MAX_QUANTITY) >= 0 || stored.signum() != quantity.signum()) {
            throw new RowRefused(HouseholdIssue.QUANTITY_RANGE.at(row.number()).in(rows.cell(row.number(), column)));
        }
        if (stored.signum() > 0 && needs.put(item.code(), stored) != null) {
            throw new RowRefused(HouseholdIssue.NEED_TWICE.at(row.number()).in(rows.cell(row.number(), column)));
        }
    }

    /** "20 kg" of what is counted in kilograms is 20; any other unit stays, and refuses the row. */
    private static String withoutUnit(String text, Item item) {
        String unit = item.unitVi();
        int end = text.length() - unit.length();
        return end > 0 && text.regionMatches(true, end, unit, 0, unit.length())
                ? text.substring(0, end).strip()
                : text;
    }

    private @Nullable Instant time(TableRow row) {
        String text = columns.text(row, Field.CONFIRMED_AT);
        if (text.isEmpty()) {
            return null;
        }
        return WrittenTime.read(text)
                .orElseThrow(() -> refused(row, HouseholdIssue.TIME_UNREADABLE, Field.CONFIRMED_AT));
    }

    private static RowRefused refused(TableRow row, HouseholdIssue issue) {
        return new RowRefused(issue.at(row.number()));
    }

    private RowRefused refused(TableRow row, HouseholdIssue issue, Field field) {
        return new RowRefused(issue.at(row.number()).in(cell(row, field)));
    }

    private @Nullable String cell(TableRow row, Field field) {
        return rows.cell(row.number(), columns.column(field));
    }
}
