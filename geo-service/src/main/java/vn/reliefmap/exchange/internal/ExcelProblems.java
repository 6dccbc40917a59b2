package vn.reliefmap.exchange.internal;

import vn.reliefmap.kernel.ImportIssue;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.ProblemException;

/** What can be wrong with a workbook as a whole, and what is said of one that was read. */
public final class ExcelProblems {
    private static final String EXPECTED = "Excel .xlsx or .xls with one row of column names, or CSV UTF-8";

    private ExcelProblems() {}

    public static ProblemException missing(String file) {
        return of(
                "EXCEL_NOT_FOUND",
                "Không đọc được tệp " + file + ". Hãy kiểm tra đường dẫn và quyền đọc.",
                "Cannot read the file " + file + ". Check its path and permissions.");
    }

    public static ProblemException broken(String file) {
        return of(
                "EXCEL_BROKEN",
                "Tệp Excel " + file + " bị hỏng hoặc bị cắt cụt. Hãy mở bằng Excel, lưu lại và gửi lại.",
                "The Excel file " + file + " is damaged or cut short. Open it in Excel, save it and send it again.");
    }

    public static ProblemException password(String file) {
        return of(
                "EXCEL_PASSWORD",
                "Tệp " + file + " có mật khẩu. Hãy bỏ mật khẩu (Tệp → Thông tin → Bảo vệ) rồi gửi lại.",
                "The file " + file
                        + " is protected by a password. Remove it (File → Info → Protect) and send it again.");
    }

    public static ProblemException otherForm(String file) {
        return of(
                "EXCEL_FORM",
                "Tệp " + file + " không phải bảng Excel đọc được (.xlsx, .xls). Hãy lưu dạng “Excel Workbook (.xlsx)”.",
                "The file " + file
                        + " is no Excel workbook we can read (.xlsx, .xls). Save it as \"Excel Workbook (.xlsx)\".");
    }

    public static ProblemException tooLarge(String file) {
        return of(
                "EXCEL_TOO_LARGE",
                "Tệp " + file + " phình ra quá lớn khi mở. Hãy chép danh sách sang tệp mới, bỏ định dạng thừa.",
                "The file " + file
                        + " becomes too large when it is opened. Copy the list to a new file, without formats.");
    }

    public static ProblemException tooManyColumns(String file, String sheet) {
        return of(
                "EXCEL_TOO_MANY_COLUMNS",
                "Tệp " + file + ", trang “" + sheet + "”: dòng tên cột có quá " + Workbook.MAX_COLUMNS + " cột.",
                "File " + file + ", sheet \"" + sheet + "\": the row of column names has more than "
                        + Workbook.MAX_COLUMNS + " columns.");
    }

    public static ProblemException noSheet(String file, String wanted, String there) {
        return of(
                "EXCEL_SHEET_UNKNOWN",
                "Tệp " + file + " không có trang “" + wanted + "”. Đang có: " + there + ".",
                "The file " + file + " has no sheet \"" + wanted + "\". There are: " + there + ".");
    }

    public static ProblemException noHeader(String file) {
        return of(
                "EXCEL_HEADER_MISSING",
                "Tệp " + file + ": không trang nào có dòng tên cột (Họ và tên, Số khẩu, …).",
                "File " + file + ": no sheet has a row of column names (Họ và tên, Số khẩu, …).");
    }

    public static ProblemException duplicateColumn(String file, String sheet, String column) {
        return of(
                "EXCEL_HEADER_DUPLICATE",
                "Tệp " + file + ", trang “" + sheet + "”: cột “" + column + "” có hai lần. Hãy đổi tên hoặc xoá bớt.",
                "File " + file + ", sheet \"" + sheet + "\": the column \"" + column
                        + "\" stands there twice. Rename or remove one.");
    }

    public static ImportIssue otherSheets(String read, String others) {
        return ImportIssue.warned(
                0,
                "OTHER_SHEETS",
                "Chỉ đọc trang “" + read + "”. Không đọc: " + others + ".",
                "Only the sheet \"" + read + "\" is read. Not read: " + others + ".",
                "Để đọc trang khác, chọn tên trang (--sheet).",
                "To read another one, name it (--sheet).");
    }

    public static ImportIssue hiddenRows(long rows) {
        return ImportIssue.warned(
                0,
                "HIDDEN_ROWS",
                rows + " dòng đang bị ẩn hoặc bị lọc vẫn được đọc.",
                rows + " rows that are hidden or filtered away are read like the others.",
                "Nếu không muốn, xoá các dòng đó khỏi danh sách.",
                "If they are not meant, remove them from the list.");
    }

    public static ImportIssue unnamedColumns() {
        return ImportIssue.warned(
                0,
                "COLUMN_UNNAMED",
                "Có ô nằm dưới cột không có tên; các ô đó không được đọc.",
                "There are cells under columns without a name; these are not read.",
                "Đặt tên cho cột nếu cần.",
                "Give the column a name if it matters.");
    }

    public static ImportIssue legacyText(LegacyVietnamese encoding) {
        String name = encoding == LegacyVietnamese.TCVN3 ? "TCVN3 (ABC)" : "VNI";
        return new ImportIssue(
                ImportIssue.Severity.REPAIRED,
                0,
                "LEGACY_TEXT",
                "Chữ trong tệp theo bảng mã cũ " + name + "; đã đổi sang Unicode. Hãy xem lại vài tên.",
                "The text is in the legacy encoding " + name + "; it was brought to Unicode. Look at some names.",
                "Lần sau hãy lưu bằng phông Unicode.",
                "Next time save the list in a Unicode font.");
    }

    public static ImportIssue oddity(Workbook.Oddity oddity) {
        return switch (oddity) {
            case MACROS ->
                ImportIssue.warned(
                        0,
                        "MACROS_PASSED_OVER",
                        "Tệp có macro; macro không được chạy.",
                        "The file holds macros; none is run.",
                        "Không cần làm gì.",
                        "Nothing needs to be done.");
            case LINKS ->
                ImportIssue.warned(
                        0,
                        "LINKS_PASSED_OVER",
                        "Tệp có ô lấy số từ tệp khác; dùng giá trị đã lưu, không mở tệp kia.",
                        "Cells take values from other files; the values saved here are used, no other file is opened.",
                        "Kiểm tra các số đó có còn đúng không.",
                        "Check that these values still hold.");
        };
    }

    private static ProblemException of(String code, String vi, String en) {
        return Problem.badField(code, "file", EXPECTED, vi, en).asException();
    }
}
