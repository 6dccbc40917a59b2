package vn.reliefmap.household.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.item.Item;
import vn.reliefmap.item.Items;
import vn.reliefmap.kernel.ColumnNames;
import vn.reliefmap.kernel.NameFolding;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.ProblemException;
import vn.reliefmap.kernel.RowSource;
import vn.reliefmap.kernel.TableRow;

/** Which column of a list of households holds what. */
final class HouseholdColumns {
    private static final String NEED = "need:";
    private static final Pattern UNIT = Pattern.compile("\\s*\\([^)]*\\)\\s*$");
    /** A running number, and what a file of refused rows says of each row. */
    private static final Set<String> SAYS_NOTHING =
            Set.of("stt", "tt", "no", "so thu tu", "dong", "ly do", "cach sua", "reason", "fix");

    private final Map<Field, String> columns = new LinkedHashMap<>();
    private final Map<String, String> needs = new LinkedHashMap<>();
    private final List<String> ignored = new ArrayList<>();

    /** What a list can say, with the names that columns may have. */
    enum Field {
        REF("ref", "mã hộ", "mã số hộ", "household_id"),
        NAME("name", "họ và tên", "họ tên", "chủ hộ", "tên chủ hộ", "họ và tên chủ hộ"),
        PHONE("phone", "SĐT", "số điện thoại", "điện thoại", "ĐT"),
        PEOPLE("people", "số khẩu", "nhân khẩu", "số nhân khẩu", "số người", "khẩu"),
        VULNERABLE("vulnerable_people", "người yếu thế", "số người yếu thế", "yếu thế"),
        BORN("born", "năm sinh", "ngày sinh", "ngày tháng năm sinh"),
        ADDRESS("address", "địa chỉ", "nơi ở"),
        HAMLET(
                "hamlet",
                "thôn",
                "thôn bản",
                "thôn xóm",
                "bản",
                "xóm",
                "ấp",
                "khu phố",
                "tổ dân phố",
                "thôn khu phố",
                "thôn tổ dân phố"),
        COMMUNE("commune", "xã", "xã phường", "phường xã", "mã xã", "đơn vị"),
        LON("lon", "kinh độ", "longitude", "lng", "long"),
        LAT("lat", "vĩ độ", "latitude"),
        COORDINATES("coordinates", "toạ độ", "vị trí", "định vị"),
        PRECISION("precision", "độ chính xác"),
        NEEDS("needs", "nhu cầu"),
        URGENCY("urgency", "mức độ", "mức khẩn cấp", "khẩn cấp"),
        CONFIRMED_AT("confirmed_at", "xác nhận lúc", "ngày xác nhận");

        @SuppressWarnings("ImmutableEnumChecker") // List.of gives one that never changes
        private final List<String> names;

        Field(String... names) {
            this.names = List.of(names);
        }
    }

    /** @param communeKnown whether the commune of the whole list is known */
    HouseholdColumns(RowSource rows, Items items, boolean communeKnown) {
        ColumnNames names = new ColumnNames(rows);
        for (Field field : Field.values()) {
            names.find(field.names).ifPresent(column -> columns.put(field, column));
        }
        names.require(Field.PEOPLE.names);
        if (columns.containsKey(Field.LON) != columns.containsKey(Field.LAT)) {
            names.require(Field.LON.names);
            names.require(Field.LAT.names);
        }
        if (!hasPlaces() && !communeKnown && !columns.containsKey(Field.COMMUNE)) {
            throw nowhere(rows.name());
        }
        for (String column : rows.columns()) {
            if (column.startsWith(NEED)) {
                needs.put(column, itemOf(column, items));
            } else if (!column.isEmpty()
                    && !columns.containsValue(column)
                    && !SAYS_NOTHING.contains(NameFolding.fold(column))) {
                itemNamed(column, items)
                        .ifPresentOrElse(item -> needs.put(column, item.code()), () -> ignored.add(column));
            }
        }
    }

    /** The column that holds the field; null when none does. */
    @Nullable
    String column(Field field) {
        return columns.get(field);
    }

    /** The cell's text, or an empty string when column or cell is missing. */
    String text(TableRow row, Field field) {
        return Optional.ofNullable(columns.get(field)).map(row::text).orElse("");
    }

    /** True when some column holds coordinates. */
    boolean hasPlaces() {
        return columns.containsKey(Field.COORDINATES) || columns.containsKey(Field.LON);
    }

    /** True when the row gives no coordinates. */
    boolean withoutPlace(TableRow row) {
        return text(row, Field.COORDINATES).isEmpty()
                && text(row, Field.LON).isEmpty()
                && text(row, Field.LAT).isEmpty();
    }

    /** True when places stand in one column instead of two. */
    boolean placeInOneCell(TableRow row) {
        return columns.containsKey(Field.COORDINATES)
                && text(row, Field.LON).isEmpty()
                && text(row, Field.LAT).isEmpty();
    }

    /** Item code by column name, for columns of the form {@code need:ITEM}. */
    Map<String, String> needs() {
        return needs;
    }

    /** Columns that mean nothing to us. */
    List<String> ignored() {
        return ignored;
    }

    /** The item that a column is named after, as officials head it: "Gạo", "Nước uống (lít)". */
    static Optional<Item> itemNamed(String column, Items items) {
        String bare = NameFolding.spelling(UNIT.matcher(column).replaceAll(""));
        return items.list().stream()
                .filter(item -> NameFolding.spelling(item.nameVi()).equals(bare)
                        || NameFolding.fold(item.nameVi()).equals(bare))
                .findFirst();
    }

    private static ProblemException nowhere(String file) {
        return Problem.badField(
                        "COLUMN_MISSING",
                        "lon",
                        "lon and lat | coordinates | commune",
                        "Tệp " + file + " không cho biết hộ ở đâu: cần cột toạ độ (Kinh độ, Vĩ độ), hoặc cột Xã, hoặc"
                                + " tên xã trong tiêu đề, hoặc chọn xã khi gửi.",
                        "File " + file + " does not tell where households live: it needs coordinates (lon, lat), or a"
                                + " column of communes, or the commune in its title, or a commune given with it.")
                .asException();
    }

    private static String itemOf(String column, Items items) {
        String code = column.substring(NEED.length()).strip();
        if (items.find(code).isEmpty()) {
            throw Problem.badField(
                            "UNKNOWN_ITEM",
                            column,
                            "need:CODE with a code from data/items.csv, e.g. need:rice",
                            "Cột “" + column + "”: không có mặt hàng với mã này trong danh mục.",
                            "Column \"" + column + "\": no item in the catalogue has this code.")
                    .asException();
        }
        return code;
    }
}
