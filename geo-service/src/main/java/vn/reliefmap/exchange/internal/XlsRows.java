package vn.reliefmap.exchange.internal;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.CellRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet of an .xls file, gathered from its cell records. */
final class XlsRows implements Workbook.Rows {
    private final XlsWorkbook book;
    private final XlsWorkbook.Records records;
    private final int sheet;
    private final BitSet hidden = new BitSet();
    /** A cell that was read already and begins the next row. */
    private @Nullable Cell waiting;
    /** Where the text of a formula goes that comes in a record of its own. */
    private @Nullable Cell textDue;

    private record Cell(int row, int column, String text) {}

    XlsRows(XlsWorkbook book, int sheet) {
        this.book = book;
        this.records = book.records();
        this.sheet = sheet;
    }

    @Override
    public Workbook.@Nullable Row next() {
        Map<Integer, String> cells = new LinkedHashMap<>();
        Cell first = waiting == null ? cell() : waiting;
        waiting = null;
        Cell cell = first;
        while (first != null && cell != null) {
            if (cell.row() != first.row()) {
                waiting = cell;
                break;
            }
            if (cell.column() <= Workbook.MAX_COLUMNS) {
                cells.put(cell.column(), cell.text());
            }
            cell = cell();
        }
        return first == null ? null : new Workbook.Row(first.row() + 1L, hidden.get(first.row()), cells);
    }

    @Override
    public void close() {
        records.close();
    }

    /** The next cell that holds anything, or null after the last one of the sheet. */
    private @Nullable Cell cell() {
        for (Record record = records.next(); record != null && records.sheet() <= sheet; record = records.next()) {
            if (records.sheet() < sheet || !records.ofSheetItself()) {
                continue;
            }
            if (record instanceof RowRecord row) {
                hidden.set(row.getRowNumber(), row.getZeroHeight());
            } else if (record instanceof StringRecord text && textDue != null) {
                Cell due = new Cell(textDue.row(), textDue.column(), text.getString());
                textDue = null;
                if (!due.text().isEmpty()) {
                    return due;
                }
            } else if (record instanceof CellRecord || record instanceof LabelRecord) {
                Cell cell = read(record);
                if (cell != null && !cell.text().isEmpty()) {
                    return cell;
                }
            }
        }
        return null;
    }

    private @Nullable Cell read(Record record) {
        if (record instanceof LabelRecord label) {
            return new Cell(label.getRow(), label.getColumn(), label.getValue());
        }
        CellRecord cell = (CellRecord) record;
        if (cell instanceof FormulaRecord formula && formula.hasCachedResultString()) {
            textDue = new Cell(cell.getRow(), cell.getColumn(), "");
            return null;
        }
        return new Cell(cell.getRow(), cell.getColumn(), book.guarded(() -> text(cell)));
    }

    private String text(CellRecord cell) {
        if (cell instanceof LabelSSTRecord label) {
            return book.shared(label.getSSTIndex());
        }
        if (cell instanceof NumberRecord number) {
            return number(cell, number.getValue());
        }
        if (cell instanceof BoolErrRecord flag) {
            return flag.isError() ? error(flag.getErrorValue()) : flag.getBooleanValue() ? "TRUE" : "FALSE";
        }
        if (cell instanceof FormulaRecord formula) {
            CellType type = formula.getCachedResultTypeEnum();
            return switch (type) {
                case ERROR -> error(formula.getCachedErrorValue());
                case BOOLEAN -> formula.getCachedBooleanValue() ? "TRUE" : "FALSE";
                case NUMERIC -> number(cell, formula.getValue());
                default -> "";
            };
        }
        return "";
    }

    private String number(CellRecord cell, double value) {
        return book.isDate(cell) ? CellNumber.date(value, book.from1904()) : CellNumber.plain(value);
    }

    private static String error(int code) {
        return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#CALC!";
    }
}
