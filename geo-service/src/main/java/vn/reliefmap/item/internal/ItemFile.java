package vn.reliefmap.item.internal;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.reliefmap.item.Item;
import vn.reliefmap.item.Skill;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.kernel.RowSource;
import vn.reliefmap.kernel.RowSources;
import vn.reliefmap.kernel.TableRow;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.Topic;

/**
 * Brings {@code data/items.csv} into the table {@code item} at every start, before anything else runs. Items gone from
 * the file are marked retired, never deleted. A file that cannot be read in full stops the start with an
 * {@code ITEMS_FILE} problem that names the line.
 */
@Component
class ItemFile implements SmartInitializingSingleton {
    private static final List<String> COLUMNS = List.of(
            "code",
            "name_vi",
            "name_en",
            "unit_vi",
            "unit_en",
            "mass_kg",
            "volume_m3",
            "category",
            "lack_group",
            "ration_amount",
            "ration_basis",
            "source");
    /** A catalogue without these columns counts English units as if there were one of them. */
    private static final String UNITS = "units_en";

    private static final String ONE = "one_en";
    private static final String MANY = "many_en";
    /** A catalogue without this column asks for no skills. */
    private static final String NEEDS_SKILL = "needs_skill";

    private static final String UPSERT = """
            insert into item as old (code, name_vi, name_en, unit_vi, unit_en, units_en, one_en, many_en, mass_kg, volume_m3, category, lack_group,
                                     ration_amount, ration_basis, needs_skill, source, position, retired)
            values (:code, :nameVi, :nameEn, :unitVi, :unitEn, :unitsEn, :oneEn::text, :manyEn::text, :massKg, :volumeM3, :category, :lackGroup,
                    :rationAmount::double precision, :rationBasis::text, :needsSkill::text, :source, :position, false)
            on conflict (code) do update set
                name_vi = excluded.name_vi, name_en = excluded.name_en, unit_vi = excluded.unit_vi,
                unit_en = excluded.unit_en, units_en = excluded.units_en, one_en = excluded.one_en, many_en = excluded.many_en,
                mass_kg = excluded.mass_kg, volume_m3 = excluded.volume_m3,
                category = excluded.category, lack_group = excluded.lack_group,
                ration_amount = excluded.ration_amount, ration_basis = excluded.ration_basis,
                needs_skill = excluded.needs_skill, source = excluded.source, position = excluded.position, retired = false
            where old is distinct from excluded
            """;

    private final RowSources files;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Changes changes;
    private final PostgresItems items;
    private final Path file;

    ItemFile(
            RowSources files,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Changes changes,
            PostgresItems items,
            @Value("${relief.data:data}") Path data) {
        this.files = files;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.changes = changes;
        this.items = items;
        this.file = data.resolve("items.csv");
    }

    @Override
    public void afterSingletonsInstantiated() {
        load();
    }

    /** Reads the whole file first, then stores it in one transaction; gives the number of rows that changed. */
    int load() {
        Map<String, Item> read = read();
        Integer changed = transaction.execute(status -> store(read));
        items.forget();
        return changed == null ? 0 : changed;
    }

    private int store(Map<String, Item> read) {
        // Server and command line may start together; the second waits and then finds nothing to do.
        jdbc.sql("select pg_advisory_xact_lock(hashtext('item file'))")
                .query((rs, n) -> n)
                .list();
        int changed = 0;
        int position = 0;
        for (Item i : read.values()) {
            changed += jdbc.sql(UPSERT)
                    .param("code", i.code())
                    .param("nameVi", i.nameVi())
                    .param("nameEn", i.nameEn())
                    .param("unitVi", i.unitVi())
                    .param("unitEn", i.unitEn())
                    .param("unitsEn", i.unitsEn())
                    .param("oneEn", i.oneEn())
                    .param("manyEn", i.manyEn())
                    .param("massKg", i.massKg())
                    .param("volumeM3", i.volumeM3())
                    .param("category", i.category().name().toLowerCase(Locale.ROOT))
                    .param("lackGroup", i.lackGroup().name().toLowerCase(Locale.ROOT))
                    .param("rationAmount", i.rationAmount())
                    .param(
                            "rationBasis",
                            i.rationBasis() == null
                                    ? null
                                    : i.rationBasis().name().toLowerCase(Locale.ROOT))
                    .param("needsSkill", needsSkill(i))
                    .param("source", i.source())
                    .param("position", ++position)
                    .update();
        }
        changed += jdbc.sql("update item set retired = true where not retired and code <> all(:codes)")
                .param("codes", read.keySet().toArray(String[]::new))
                .update();
        if (changed > 0) {
            changes.announce(Topic.ITEMS);
        }
        return changed;
    }

    private static @Nullable String needsSkill(Item item) {
        Skill skill = item.needsSkill();
        return skill == null ? null : skill.word();
    }

    private Map<String, Item> read() {
        Map<String, Item> read = new LinkedHashMap<>();
        try (RowSource rows = files.open(file)) {
            for (String column : COLUMNS) {
                if (!rows.columns().contains(column)) {
                    throw problem(1, "thiếu cột " + column, "the column " + column + " is missing");
                }
            }
            for (TableRow row = rows.next(); row != null; row = rows.next()) {
                Item item = item(row);
                if (read.put(item.code(), item) != null) {
                    throw problem(row.number(), "mã " + item.code() + " lặp lại", "the code is there twice");
                }
            }
        }
        if (read.isEmpty()) {
            throw problem(1, "không có mặt hàng nào", "there is no item");
        }
        return read;
    }

    private Item item(TableRow row) {
        if (!row.text("").isEmpty()) {
            throw problem(
                    row.number(),
                    "thừa ô; ô có dấu phẩy phải nằm trong dấu nháy kép",
                    "too many cells; a cell with a comma must stand in double quotes");
        }
        String code = text(row, "code");
        if (!code.matches("[a-z][a-z0-9_]{0,39}")) {
            throw problem(row.number(), "mã chỉ gồm a–z, 0–9 và _", "a code holds a–z, 0–9 and _ only");
        }
        Double amount = row.text("ration_amount").isEmpty() ? null : number(row, "ration_amount");
        Item.RationBasis basis =
                row.text("ration_basis").isEmpty() ? null : word(row, "ration_basis", Item.RationBasis.class);
        if ((amount == null) != (basis == null) || (amount != null && amount <= 0)) {
            throw problem(
                    row.number(),
                    "ration_amount (lớn hơn 0) và ration_basis phải đi cùng nhau",
                    "ration_amount (above 0) and ration_basis go together");
        }
        if (row.text(ONE).isEmpty() != row.text(MANY).isEmpty()) {
            throw problem(row.number(), "one_en và many_en phải đi cùng nhau", "one_en and many_en go together");
        }
        return new Item(
                code,
                text(row, "name_vi"),
                text(row, "name_en"),
                text(row, "unit_vi"),
                text(row, "unit_en"),
                row.text(UNITS).isEmpty() ? text(row, "unit_en") : text(row, UNITS),
                row.text(ONE).isEmpty() ? null : text(row, ONE),
                row.text(MANY).isEmpty() ? null : text(row, MANY),
                number(row, "mass_kg"),
                number(row, "volume_m3"),
                word(row, "category", Item.Category.class),
                word(row, "lack_group", Item.LackGroup.class),
                amount,
                basis,
                row.text(NEEDS_SKILL).isEmpty() ? null : word(row, NEEDS_SKILL, Skill.class),
                text(row, "source"),
                false);
    }

    private String text(TableRow row, String column) {
        String text = row.text(column);
        if (text.isEmpty() || text.length() > 300) {
            throw problem(
                    row.number(),
                    "cột " + column + " trống hoặc quá 300 ký tự",
                    "the column " + column + " is empty or over 300 characters");
        }
        return text;
    }

    private double number(TableRow row, String column) {
        @Nullable Double number = null;
        if (row.text(column).matches("\\d{1,12}(\\.\\d{1,9})?")) {
            number = Double.valueOf(row.text(column));
        }
        if (number == null) {
            throw problem(
                    row.number(),
                    "cột " + column + " phải là số, dấu chấm cho phần lẻ",
                    "the column " + column + " must be a number, 0 or more, with a decimal point");
        }
        return number;
    }

    private <E extends Enum<E>> E word(TableRow row, String column, Class<E> words) {
        for (E word : words.getEnumConstants()) {
            if (word.name().toLowerCase(Locale.ROOT).equals(row.text(column))) {
                return word;
            }
        }
        String expected = String.join(
                ", ",
                Arrays.stream(words.getEnumConstants())
                        .map(w -> w.name().toLowerCase(Locale.ROOT))
                        .toList());
        throw problem(
                row.number(),
                "cột " + column + " phải là một trong: " + expected,
                "the column " + column + " must be one of: " + expected);
    }

    private ProblemException problem(long line, String vi, String en) {
        return Problem.badField(
                        "ITEMS_FILE",
                        "data/items.csv",
                        String.join(",", COLUMNS),
                        "Danh mục " + file + ", dòng " + line + ": " + vi + ".",
                        "Catalogue " + file + ", line " + line + ": " + en + ".")
                .asException();
    }
}
