package vn.reliefmap.exchange.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.reliefmap.kernel.NameFolding;

/**
 * Finds the row of column names among the first rows of a sheet. Officials put the office, the nation's motto and the
 * list's title above it, now and then a second row of names below it, and often a row that numbers the columns.
 */
public final class HeaderSearch {
    /** How many rows with text are looked at. */
    public static final int LOOKED_AT = 60;

    /** A word of two or more of these makes a header; folded, whole names of columns as lists of any kind have them. */
    private static final Set<String> KNOWN = Set.of(
            "stt",
            "tt",
            "ref",
            "ma ho",
            "ma so ho",
            "household id",
            "name",
            "ho va ten",
            "ho ten",
            "chu ho",
            "ten chu ho",
            "ho va ten chu ho",
            "phone",
            "sdt",
            "so dien thoai",
            "dien thoai",
            "dt",
            "people",
            "so khau",
            "nhan khau",
            "so nhan khau",
            "so nguoi",
            "khau",
            "vulnerable people",
            "nguoi yeu the",
            "so nguoi yeu the",
            "yeu the",
            "address",
            "dia chi",
            "thon",
            "hamlet",
            "thon ban",
            "khu pho",
            "to dan pho",
            "noi o",
            "commune",
            "xa",
            "xa phuong",
            "phuong xa",
            "ma xa",
            "don vi",
            "lon",
            "kinh do",
            "longitude",
            "lng",
            "long",
            "lat",
            "vi do",
            "latitude",
            "coordinates",
            "toa do",
            "vi tri",
            "dinh vi",
            "precision",
            "do chinh xac",
            "needs",
            "nhu cau",
            "urgency",
            "muc do",
            "muc khan cap",
            "khan cap",
            "confirmed at",
            "xac nhan luc",
            "ngay xac nhan",
            "nam sinh",
            "ghi chu",
            "gioi tinh",
            "depot",
            "kho",
            "item",
            "mat hang",
            "quantity",
            "so luong",
            "vehicle class",
            "loai xe",
            "capacity kg",
            "capacity m3",
            "skills",
            "code",
            "population",
            "area km2",
            "old code",
            "new code",
            "wardcode",
            "newwardcode",
            "full name",
            "cccd");

    private static final Pattern COLUMN_NUMBER = Pattern.compile("\\(?\\d{1,2}\\)?|[A-Z]");

    private HeaderSearch() {}

    /**
     * The header of a sheet.
     *
     * @param names column names by column from 0, as {@code RowSource.columns()} has them
     * @param above how many of the rows looked at stand above it
     * @param rows how many are header or stand above it
     */
    public record Header(Map<Integer, String> names, int above, int rows) {}

    /** The first row with at least two known names; empty when there is none. */
    public static Optional<Header> find(List<Workbook.Row> first) {
        for (int i = 0; i < first.size(); i++) {
            if (known(first.get(i)) >= 2) {
                return Optional.of(from(first, i));
            }
        }
        return Optional.empty();
    }

    /** For a sheet that was asked for by name: the known header, else the first row with most texts. */
    public static Optional<Header> guess(List<Workbook.Row> first) {
        Optional<Header> found = find(first);
        int most = 0;
        int row = -1;
        for (int i = 0; i < first.size() && found.isEmpty(); i++) {
            int texts = (int) first.get(i).cells().values().stream()
                    .filter(HeaderSearch::isText)
                    .count();
            if (texts > most) {
                most = texts;
                row = i;
            }
        }
        return found.isPresent() || row < 0 ? found : Optional.of(from(first, row));
    }

    private static Header from(List<Workbook.Row> first, int row) {
        Map<Integer, String> names = new LinkedHashMap<>();
        first.get(row).cells().forEach((column, text) -> names.put(column, name(text)));
        int next = row + 1;
        if (next < first.size() && continues(first.get(row), first.get(next))) {
            first.get(next).cells().forEach((column, text) -> names.put(column, name(text)));
            next++;
        }
        if (next < first.size() && numbersColumns(first.get(next))) {
            next++;
        }
        names.values().removeIf(String::isEmpty);
        return new Header(names, row, next);
    }

    /** True when a row names the parts of columns above it, such as longitude and latitude below "place". */
    private static boolean continues(Workbook.Row header, Workbook.Row below) {
        return below.number() == header.number() + 1 && (namesParts(header, below) || namesKnown(header, below));
    }

    /** Nothing but texts below a name that spans them, such as what is lacking below "needs"; a row of a list fills other columns too. */
    private static boolean namesParts(Workbook.Row header, Workbook.Row below) {
        Set<Integer> columns = below.cells().keySet();
        Set<Integer> named = header.cells().keySet();
        return columns.size() >= 2
                && below.cells().values().stream().allMatch(HeaderSearch::isText)
                && columns.stream()
                        .allMatch(c -> named.contains(c)
                                ? columns.contains(c + 1) && !named.contains(c + 1)
                                : columns.contains(c - 1));
    }

    private static boolean namesKnown(Workbook.Row header, Workbook.Row below) {
        return known(below) >= 1
                && below.cells().values().stream().allMatch(HeaderSearch::isText)
                && (below.cells().keySet().stream()
                                .anyMatch(c -> !header.cells().containsKey(c))
                        || known(below) >= 2)
                && below.cells().size() < Math.max(header.cells().size(), 2) + 1;
    }

    private static boolean numbersColumns(Workbook.Row row) {
        List<String> texts = new ArrayList<>(row.cells().values());
        return texts.size() >= 3
                && texts.stream()
                        .allMatch(text -> COLUMN_NUMBER.matcher(text.strip()).matches())
                && texts.stream().map(String::strip).distinct().count() == texts.size();
    }

    private static long known(Workbook.Row row) {
        return row.cells().values().stream()
                .map(NameFolding::fold)
                .filter(name -> KNOWN.contains(name) || name.startsWith("need "))
                .distinct()
                .count();
    }

    private static boolean isText(String cell) {
        return cell.codePoints().anyMatch(Character::isLetter) && cell.length() <= 80;
    }

    private static String name(String cell) {
        return cell.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
    }
}
