package vn.reliefmap.exchange.internal;

import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.ProblemException;

/** What can be wrong with a CSV file as a whole; every problem names the file, and the line where there is one. */
public final class CsvProblems {
    public static final String EXPECTED = "CSV, UTF-8, first line = column names, separator , or ; or tab";
    /** Longest line in bytes; a line of a household list has a few hundred. */
    public static final int MAX_LINE_BYTES = 1 << 20;
    /** Longest cell in characters. */
    public static final int MAX_CELL_CHARS = 20_000;

    private CsvProblems() {}

    public static ProblemException missing(String file) {
        return of(
                "CSV_NOT_FOUND",
                "Không đọc được tệp " + file + ". Hãy kiểm tra đường dẫn và quyền đọc.",
                "Cannot read the file " + file + ". Check its path and permissions.");
    }

    public static ProblemException empty(String file) {
        return of(
                "CSV_EMPTY",
                "Tệp " + file + " trống. Dòng đầu cần có tên cột.",
                "The file " + file + " is empty. Its first line must hold the column names.");
    }

    public static ProblemException encoding(String file, long line) {
        return of(
                "CSV_ENCODING",
                "Tệp " + file + ", dòng " + line + ": không phải mã UTF-8. Hãy lưu lại dạng “CSV UTF-8”.",
                "File " + file + ", line " + line + ": not UTF-8. Save it again as \"CSV UTF-8\".");
    }

    public static ProblemException notText(String file) {
        return of(
                "CSV_NOT_TEXT",
                "Tệp " + file + " là tệp Excel hoặc tệp nén, không phải CSV. Hãy lưu dạng “CSV UTF-8”.",
                "The file " + file + " is an Excel or zip file, not CSV. Save it as \"CSV UTF-8\".");
    }

    public static ProblemException tooLong(String file, long line) {
        return of(
                "CSV_LINE_TOO_LONG",
                "Tệp " + file + ", dòng " + line + ": dòng quá dài (trên 1 MB hoặc một ô trên " + MAX_CELL_CHARS
                        + " ký tự). Có thể thiếu dấu nháy kép đóng hoặc thiếu xuống dòng.",
                "File " + file + ", line " + line + ": too long (over 1 MB, or a cell over " + MAX_CELL_CHARS
                        + " characters). A closing quote or the line breaks may be missing.");
    }

    public static ProblemException broken(String file, long line) {
        return of(
                "CSV_BROKEN",
                "Tệp " + file + ", từ dòng " + line
                        + ": tệp bị cắt cụt hoặc dấu nháy kép đặt sai (không đóng, hoặc có chữ sau nháy đóng).",
                "File " + file + ", from line " + line
                        + ": cut short, or a double quote in the wrong place (never closed, or text after the closing one).");
    }

    public static ProblemException noHeader(String file) {
        return of(
                "CSV_HEADER_MISSING",
                "Tệp " + file + ": dòng đầu không có tên cột.",
                "File " + file + ": the first line holds no column names.");
    }

    public static ProblemException duplicateColumn(String file, String column) {
        return of(
                "CSV_HEADER_DUPLICATE",
                "Tệp " + file + ": cột “" + column + "” có hai lần. Hãy đổi tên hoặc xoá bớt.",
                "File " + file + ": the column \"" + column + "\" stands there twice. Rename or remove one.");
    }

    private static ProblemException of(String code, String vi, String en) {
        return Problem.badField(code, "file", EXPECTED, vi, en).asException();
    }
}
