package vn.reliefmap.kernel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the columns of a list whatever people call them; case, diacritics and punctuation make no difference. */
public final class ColumnNames {
    private final String file;
    private final Map<String, String> byFolded = new LinkedHashMap<>();

    public ColumnNames(RowSource rows) {
        this.file = rows.name();
        for (String column : rows.columns()) {
            byFolded.putIfAbsent(NameFolding.fold(column), column);
        }
    }

    /** The column as the file writes it, for the first of the names that is there. */
    public Optional<String> find(List<String> names) {
        return names.stream()
                .map(name -> byFolded.get(NameFolding.fold(name)))
                .filter(column -> column != null)
                .findFirst();
    }

    /** As {@link #find}, or a {@code COLUMN_MISSING} problem that lists the accepted names. */
    public String require(List<String> names) {
        return find(names).orElseThrow(() -> Problem.badField(
                        "COLUMN_MISSING",
                        names.get(0),
                        String.join(" | ", names),
                        "Tệp " + file + " thiếu cột “" + names.get(0) + "”. Tên được nhận: " + String.join(", ", names)
                                + ".",
                        "File " + file + " lacks the column \"" + names.get(0) + "\". Accepted names: "
                                + String.join(", ", names) + ".")
                .asException());
    }
}
