package vn.reliefmap.exchange;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.exchange.internal.ExcelProblems;
import vn.reliefmap.exchange.internal.HeaderSearch;
import vn.reliefmap.exchange.internal.LegacyVietnamese;
import vn.reliefmap.exchange.internal.Workbook;
import vn.reliefmap.exchange.internal.Workbook.Row;
import vn.reliefmap.exchange.internal.Workbook.Rows;
import vn.reliefmap.exchange.internal.Workbook.Sheet;
import vn.reliefmap.exchange.internal.Workbooks;
import vn.reliefmap.kernel.ImportIssue;
import vn.reliefmap.kernel.NameFolding;
import vn.reliefmap.kernel.RowSource;
import vn.reliefmap.kernel.TableRow;

/**
 * The rows of one sheet of an Excel workbook (.xlsx, .xlsm, .xls), read one at a time. Cells come as somebody would have
 * typed them in a CSV file: formulas as the value that was saved with them, days as {@code 2020-10-18}, numbers without
 * separators of thousands. Of several sheets the first visible one with a row of column names is read, and the others
 * are named in {@link #remarks()}; so are hidden rows (which are read), legacy text (which is brought to Unicode), macros
 * and links to other files (neither is ever followed). Not thread-safe.
 *
 * <p>Problems: {@code EXCEL_NOT_FOUND, EXCEL_BROKEN, EXCEL_PASSWORD, EXCEL_FORM, EXCEL_TOO_LARGE, EXCEL_SHEET_UNKNOWN,
 * EXCEL_HEADER_MISSING, EXCEL_HEADER_DUPLICATE, EXCEL_TOO_MANY_COLUMNS}.
 */
public final class ExcelRowSource implements RowSource {
    private static final char NO_BREAK_SPACE = '\u00A0';

    private final String name;
    private final Workbook book;
    private final Sheet sheet;
    private final Rows rows;
    private final Deque<Row> waiting;
    private final Map<Integer, String> columns;
    private final List<String> titles;
    private final Optional<LegacyVietnamese> legacy;
    private final List<ImportIssue> remarks = new ArrayList<>();
    private long hiddenRows;
    private boolean unnamed;

    private ExcelRowSource(String name, Workbook book, Found found) {
        this.name = name;
        this.book = book;
        this.sheet = found.sheet();
        this.rows = found.rows();
        this.legacy = found.legacy();
        this.columns = found.header().names();
        this.titles = found.first().subList(0, found.header().above()).stream()
                .flatMap(row -> row.cells().values().stream())
                .map(ExcelRowSource::clean)
                .toList();
        this.waiting = new ArrayDeque<>(
                found.first().subList(found.header().rows(), found.first().size()));
        String others = book.sheets().stream()
                .filter(other -> !other.equals(sheet))
                .map(other -> other.name() + (other.hidden() ? " (ẩn / hidden)" : ""))
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            remarks.add(ExcelProblems.otherSheets(sheet.name(), others));
        }
        legacy.ifPresent(encoding -> remarks.add(ExcelProblems.legacyText(encoding)));
        book.oddities().forEach(oddity -> remarks.add(ExcelProblems.oddity(oddity)));
    }

    /** A sheet whose header was found, its first rows, and the rows that follow them. */
    private record Found(
            Sheet sheet, Rows rows, List<Row> first, HeaderSearch.Header header, Optional<LegacyVietnamese> legacy) {}

    /**
     * Opens the file and reads the header.
     *
     * @param wanted name of the sheet, whose case and diacritics make no difference; null = the first visible list
     */
    public static ExcelRowSource open(Path file, @Nullable String wanted) {
        String name = String.valueOf(file.getFileName());
        Workbook book = Workbooks.open(name, file);
        try {
            return new ExcelRowSource(name, book, wanted == null ? firstList(name, book) : named(name, book, wanted));
        } catch (RuntimeException e) {
            book.close();
            throw e;
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> columns() {
        return List.copyOf(columns.values());
    }

    @Override
    public List<String> titles() {
        return titles;
    }

    @Override
    public String cell(long row, @Nullable String column) {
        String letters = columns.entrySet().stream()
                .filter(entry -> entry.getValue().equals(column))
                .map(entry -> letters(entry.getKey()))
                .findFirst()
                .orElse("");
        return sheet.name() + "!" + letters + row;
    }

    @Override
    public List<ImportIssue> remarks() {
        List<ImportIssue> all = new ArrayList<>(remarks);
        if (hiddenRows > 0) {
            all.add(ExcelProblems.hiddenRows(hiddenRows));
        }
        if (unnamed) {
            all.add(ExcelProblems.unnamedColumns());
        }
        return all;
    }

    @Override
    public @Nullable TableRow next() {
        while (true) {
            Row row = waiting.isEmpty() ? decoded(rows.next()) : waiting.poll();
            if (row == null) {
                return null;
            }
            Map<String, String> cells = new HashMap<>(columns.size() * 2);
            row.cells().forEach((column, text) -> {
                String cell = clean(text);
                String named = columns.get(column);
                unnamed |= named == null && !cell.isEmpty();
                if (named != null && !cell.isEmpty()) {
                    cells.put(named, cell);
                }
            });
            if (!cells.isEmpty()) {
                hiddenRows += row.hidden() ? 1 : 0;
                return new TableRow(row.number(), cells);
            }
        }
    }

    @Override
    public void close() {
        rows.close();
        book.close();
    }

    private @Nullable Row decoded(@Nullable Row row) {
        return row == null
                ? null
                : legacy.map(encoding -> decoded(row, encoding)).orElse(row);
    }

    private static Row decoded(Row row, LegacyVietnamese encoding) {
        Map<Integer, String> cells = new HashMap<>(row.cells());
        cells.replaceAll((column, text) -> encoding.decoded(text));
        return new Row(row.number(), row.hidden(), cells);
    }

    private static Found firstList(String name, Workbook book) {
        for (Sheet sheet : book.sheets()) {
            if (!sheet.hidden()) {
                Found found = found(name, book, sheet, false);
                if (found != null) {
                    return found;
                }
            }
        }
        throw ExcelProblems.noHeader(name);
    }

    private static Found named(String name, Workbook book, String wanted) {
        Sheet sheet = book.sheets().stream()
                .filter(s -> NameFolding.fold(s.name()).equals(NameFolding.fold(wanted)))
                .findFirst()
                .orElseThrow(() -> ExcelProblems.noSheet(
                        name, wanted, book.sheets().stream().map(Sheet::name).collect(Collectors.joining(", "))));
        Found found = found(name, book, sheet, true);
        if (found == null) {
            throw ExcelProblems.noHeader(name);
        }
        return found;
    }

    private static @Nullable Found found(String name, Workbook book, Sheet sheet, boolean guess) {
        Rows rows = book.rows(sheet);
        List<Row> first = new ArrayList<>();
        for (Row row = rows.next(); row != null; row = first.size() < HeaderSearch.LOOKED_AT ? rows.next() : null) {
            first.add(row);
        }
        Optional<LegacyVietnamese> legacy = LegacyVietnamese.of(
                first.stream().flatMap(row -> row.cells().values().stream()).toList());
        legacy.ifPresent(encoding -> first.replaceAll(row -> decoded(row, encoding)));
        Optional<HeaderSearch.Header> header = guess ? HeaderSearch.guess(first) : HeaderSearch.find(first);
        if (header.isEmpty()) {
            rows.close();
            return null;
        }
        if (header.get().names().keySet().stream().anyMatch(column -> column >= Workbook.MAX_COLUMNS)) {
            throw ExcelProblems.tooManyColumns(name, sheet.name());
        }
        Set<String> seen = new HashSet<>();
        header.get().names().replaceAll((column, text) -> clean(text));
        header.get().names().values().forEach(column -> {
            if (!seen.add(column)) {
                throw ExcelProblems.duplicateColumn(name, sheet.name(), column);
            }
        });
        return new Found(sheet, rows, first, header.get(), legacy);
    }

    private static String letters(int column) {
        String letters = "";
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters = (char) ('A' + (rest - 1) % 26) + letters;
        }
        return letters;
    }

    private static String clean(String cell) {
        return Normalizer.normalize(cell.replace(NO_BREAK_SPACE, ' ').strip(), Normalizer.Form.NFC);
    }
}
