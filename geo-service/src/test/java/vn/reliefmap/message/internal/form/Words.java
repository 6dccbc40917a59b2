package vn.reliefmap.message.internal.form;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.admin.AdminUnit;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.item.Item;
import vn.reliefmap.kernel.NameFolding;

/** The real catalogue and some communes, without a database. */
final class Words {
    static final List<Item> ITEMS = items();
    static final Map<String, Item> BY_CODE = ITEMS.stream().collect(Collectors.toMap(Item::code, item -> item));
    static final List<AdminUnit> COMMUNES = Stream.of(
                    "19681 Xã Hải Lăng",
                    "19363 Xã Triệu Phong",
                    "19555 Phường Nam Đông Hà",
                    "19001 Xã Lệ Thủy",
                    "19002 Xã Diên Sanh",
                    "19003 Xã Vĩnh Định",
                    "19004 Xã Ái Tử",
                    "19005 Xã Tân Mỹ",
                    "19006 Xã Tân Mỹ")
            .map(Words::commune)
            .toList();
    static final ShortForm FORM = new ShortForm(ITEMS, Words::meantBy, COMMUNES);

    private Words() {}

    /** As the program finds them, as far as exact names go. */
    private static List<AdminUnit> meantBy(String text) {
        String name = bare(text);
        return COMMUNES.stream().filter(unit -> bare(unit.name()).equals(name)).toList();
    }

    private static String bare(String text) {
        return NameFolding.fold(text.replaceAll(",.*", "")).replaceAll("^(xa|phuong|thi tran|x|p|tt) ", "");
    }

    private static AdminUnit commune(String line) {
        String fullName = line.substring(6);
        boolean ward = fullName.startsWith("Phường");
        return new AdminUnit(
                line.substring(0, 5),
                AdminUnit.NEW_UNITS_SINCE,
                null,
                fullName.substring(ward ? 7 : 3),
                fullName,
                ward ? AdminUnit.Kind.PHUONG : AdminUnit.Kind.XA,
                "Tỉnh Quảng Trị",
                false,
                null,
                null,
                new LonLat(107.1, 16.7),
                List.of());
    }

    private static @Nullable String written(NamedCsvRecord row, String column) {
        String text = row.getField(column);
        return text.isEmpty() ? null : text;
    }

    private static List<Item> items() {
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(Path.of(System.getProperty("relief.root"), "data", "items.csv"))) {
            return rows.stream()
                    .map(row -> new Item(
                            row.getField("code"),
                            row.getField("name_vi"),
                            row.getField("name_en"),
                            row.getField("unit_vi"),
                            row.getField("unit_en"),
                            row.getField("units_en"),
                            written(row, "one_en"),
                            written(row, "many_en"),
                            1,
                            0.01,
                            Item.Category.FOOD,
                            Item.LackGroup.GOODS,
                            null,
                            null,
                            null,
                            "test",
                            false))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
