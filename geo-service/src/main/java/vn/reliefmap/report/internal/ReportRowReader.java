package vn.reliefmap.report.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.UUID;
import vn.reliefmap.access.PersonalData;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.geo.PlaceText;
import vn.reliefmap.item.Item;
import vn.reliefmap.item.Items;
import vn.reliefmap.kernel.NameFolding;
import vn.reliefmap.kernel.Numbers;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.TableRow;
import vn.reliefmap.kernel.WrittenTime;
import vn.reliefmap.report.Asked;
import vn.reliefmap.report.Channel;
import vn.reliefmap.report.Kind;
import vn.reliefmap.report.NewReport;
import vn.reliefmap.report.ReportId;
import vn.reliefmap.report.Sender;
import vn.reliefmap.report.WrittenPlace;
import vn.reliefmap.report.internal.ReportColumns.Field;

/** Turns the rows of one list into reports; what is wrong with one is a problem that quotes nothing personal. */
final class ReportRowReader {
    private static final Map<String, Kind> KINDS = Map.of(
            "", Kind.NEED,
            "need", Kind.NEED,
            "thieu", Kind.NEED,
            "nhu cau", Kind.NEED,
            "sos", Kind.SOS,
            "keu cuu", Kind.SOS,
            "nguy hiem", Kind.SOS,
            "safe", Kind.SAFE,
            "an toan", Kind.SAFE);
    private static final List<String> YES = List.of("1", "x", "co", "yes", "true");

    private final ReportColumns columns;
    private final Items items;
    private final PersonalData personalData;
    private final Disaster disaster;

    ReportRowReader(ReportColumns columns, Items items, PersonalData personalData, Disaster disaster) {
        this.columns = columns;
        this.items = items;
        this.personalData = personalData;
        this.disaster = disaster;
    }

    NewReport read(TableRow row) {
        if (!row.text("").isEmpty() || row.formulaError().isPresent()) {
            throw bad(
                    "ROW_FORM",
                    "row",
                    "one cell for each column",
                    "Dòng có nhiều ô hơn số cột, hoặc có công thức bị lỗi.",
                    "The row has more cells than there are columns, or a formula without a value.");
        }
        Kind kind = KINDS.get(NameFolding.fold(columns.text(row, Field.KIND)));
        if (kind == null) {
            throw bad(
                    "KIND_UNKNOWN",
                    "kind",
                    "need | sos | safe",
                    "Không rõ loại tin.",
                    "The kind of report is unknown.");
        }
        Instant happened = happenedAt(row);
        return new NewReport(
                id(row),
                disaster.id(),
                Channel.LIST,
                kind,
                new Sender(
                        columns.text(row, Field.NAME),
                        columns.text(row, Field.PHONE),
                        YES.contains(NameFolding.fold(columns.text(row, Field.ON_BEHALF)))),
                place(row).read(kind),
                count(row, Field.PEOPLE, "PEOPLE_RANGE"),
                count(row, Field.VULNERABLE, "VULNERABLE_RANGE"),
                asked(columns.text(row, Field.NEEDS)),
                columns.text(row, Field.WORDS),
                happened,
                disaster.simulated());
    }

    /** The list's own reference names the report; without one, a keyed fingerprint of the whole row does. */
    private ReportId id(TableRow row) {
        String ref = columns.text(row, Field.REF);
        if (!ref.isEmpty()) {
            String name = "report list:" + disaster.id() + ":" + ref;
            return new ReportId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
        }
        String all = personalData.fingerprint("report list:" + disaster.id() + ":" + new TreeMap<>(row.cells()));
        ByteBuffer bytes = ByteBuffer.wrap(HexFormat.of().parseHex(all));
        return new ReportId(new UUID(bytes.getLong(), bytes.getLong()));
    }

    private WrittenPlace place(TableRow row) {
        String text = columns.text(row, Field.COORDINATES);
        String lon = columns.text(row, Field.LON);
        String lat = columns.text(row, Field.LAT);
        LonLat at = null;
        if (text.isEmpty() && !(lon.isEmpty() && lat.isEmpty())) {
            PlaceText read = PlaceText.ofColumns(row.number(), lon, lat);
            at = read.place();
            if (at == null) {
                throw bad(
                        "PLACE_UNREADABLE",
                        "lon",
                        "107.18034",
                        "Không đọc được toạ độ.",
                        "The coordinates cannot be read.");
            }
        }
        return new WrittenPlace(
                text,
                at == null ? null : at.lon(),
                at == null ? null : at.lat(),
                null,
                columns.text(row, Field.COMMUNE),
                columns.text(row, Field.HAMLET),
                columns.text(row, Field.ADDRESS));
    }

    private int count(TableRow row, Field field, String code) {
        String text = columns.text(row, field);
        return text.isEmpty()
                ? 0
                : Numbers.count(text)
                        .orElseThrow(() -> bad(
                                code,
                                field.name().toLowerCase(Locale.ROOT),
                                "4",
                                "Số người phải là số nguyên.",
                                "The number of people must be a whole number."));
    }

    private Instant happenedAt(TableRow row) {
        String text = columns.text(row, Field.HAPPENED_AT);
        return text.isEmpty()
                ? Instant.now()
                : WrittenTime.read(text)
                        .orElseThrow(() -> bad(
                                "TIME_UNREADABLE",
                                "happened_at",
                                "18/10/2020 7:00",
                                "Không đọc được thời gian.",
                                "The time cannot be read."));
    }

    /** {@code rice=20; tarp} or {@code Gạo: 20; Bạt}; without a quantity it is worked out at verification. */
    private List<Asked> asked(String text) {
        List<Asked> asked = new ArrayList<>();
        for (String part : text.split("[;\\n]", -1)) {
            if (!part.isBlank()) {
                String[] pair = part.split("[=:]", 2);
                OptionalDouble quantity = pair.length < 2 || pair[1].isBlank()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(quantity(pair[1].strip()));
                asked.add(new Asked(item(pair[0].strip()), quantity));
            }
        }
        return asked;
    }

    private static double quantity(String text) {
        return Numbers.quantity(text)
                .orElseThrow(() -> bad(
                        "QUANTITY_FORM", "needs", "rice=20", "Số lượng không phải là số.", "A quantity is no number."))
                .doubleValue();
    }

    private String item(String named) {
        String folded = NameFolding.fold(named);
        return items.find(named)
                .or(() -> items.list().stream()
                        .filter(item -> NameFolding.fold(item.nameVi()).equals(folded)
                                || NameFolding.fold(item.nameEn()).equals(folded)
                                || item.code().equalsIgnoreCase(named))
                        .findFirst())
                .map(Item::code)
                .orElseThrow(() -> bad(
                        "UNKNOWN_ITEM",
                        "needs",
                        "a code or name of data/items.csv",
                        "Có mặt hàng không có trong danh mục.",
                        "An item is not in the catalogue."));
    }

    private static RuntimeException bad(String code, String field, String expected, String vi, String en) {
        return Problem.badField(code, field, expected, vi, en).asException();
    }
}
