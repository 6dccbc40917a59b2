package vn.reliefmap.report.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.ColumnNames;
import vn.reliefmap.kernel.NameFolding;
import vn.reliefmap.kernel.RowSource;
import vn.reliefmap.kernel.TableRow;

/** Which column of a list of reports holds what. */
final class ReportColumns {
    private static final List<String> RUNNING_NUMBER = List.of("stt", "tt", "no", "so thu tu");

    private final Map<Field, String> columns = new EnumMap<>(Field.class);
    private final List<String> ignored = new ArrayList<>();

    /** What a list can say, with the names that columns may have. */
    enum Field {
        REF("ref", "mã tin", "mã số", "id"),
        KIND("kind", "loại tin", "loại"),
        NAME("name", "họ và tên", "họ tên", "người báo", "chủ hộ", "tên"),
        PHONE("phone", "SĐT", "số điện thoại", "điện thoại", "ĐT"),
        ON_BEHALF("on_behalf", "báo hộ"),
        PEOPLE("people", "số khẩu", "nhân khẩu", "số người", "khẩu"),
        VULNERABLE("vulnerable_people", "người yếu thế", "số người yếu thế", "yếu thế"),
        COMMUNE("commune", "xã", "xã phường", "phường xã", "mã xã", "đơn vị"),
        HAMLET("hamlet", "thôn", "khu phố", "thôn khu phố", "xóm"),
        ADDRESS("address", "địa chỉ", "nơi ở"),
        LON("lon", "kinh độ", "longitude", "lng", "long"),
        LAT("lat", "vĩ độ", "latitude"),
        COORDINATES("coordinates", "toạ độ", "vị trí", "định vị", "bản đồ"),
        NEEDS("needs", "nhu cầu", "cần", "thiếu"),
        WORDS("words", "nội dung", "ghi chú", "tin"),
        HAPPENED_AT("happened_at", "lúc", "thời gian", "ngày giờ", "giờ báo");

        @SuppressWarnings("ImmutableEnumChecker") // List.of gives one that never changes
        private final List<String> names;

        Field(String... names) {
            this.names = List.of(names);
        }
    }

    ReportColumns(RowSource rows) {
        ColumnNames names = new ColumnNames(rows);
        for (Field field : Field.values()) {
            names.find(field.names).ifPresent(column -> columns.put(field, column));
        }
        boolean placed = columns.containsKey(Field.COORDINATES) || columns.containsKey(Field.LON);
        if (!placed && !columns.containsKey(Field.HAMLET) && !columns.containsKey(Field.ADDRESS)) {
            names.require(Field.COMMUNE.names);
        }
        for (String column : rows.columns()) {
            if (!column.isEmpty()
                    && !columns.containsValue(column)
                    && !RUNNING_NUMBER.contains(NameFolding.fold(column))) {
                ignored.add(column);
            }
        }
    }

    /** The cell's text, or an empty string when column or cell is missing. */
    String text(TableRow row, Field field) {
        String column = columns.get(field);
        return column == null ? "" : row.text(column);
    }

    /** As the list calls it; null when it is not there. */
    @Nullable
    String column(Field field) {
        return columns.get(field);
    }

    /** Columns that mean nothing to us. */
    List<String> ignored() {
        return ignored;
    }
}
