package vn.reliefmap.admin.internal;

import vn.reliefmap.kernel.ImportIssue;

/** What can be wrong with a row or feature of the files of admin units. */
final class AdminIssues {
    private AdminIssues() {}

    static ImportIssue codeMissing(long row) {
        return ImportIssue.refused(
                row,
                "CODE_MISSING",
                "Thiếu mã hoặc tên đơn vị hành chính.",
                "The code or name of the unit is missing.",
                "Ghi mã năm chữ số và tên, ví dụ 19624, Xã Triệu Phong.",
                "Give the five-digit code and the name, e.g. 19624, Xã Triệu Phong.");
    }

    static ImportIssue unknownCode(long row, String code) {
        return ImportIssue.refused(
                row,
                "UNKNOWN_COMMUNE_CODE",
                "Không có xã, phường nào mang mã " + code + ".",
                "No unit has the code " + code + ".",
                "Kiểm tra mã, hoặc nạp tệp ranh giới có mã này trước.",
                "Check the code, or import the outlines that hold it first.");
    }

    static ImportIssue duplicate(long row, String code) {
        return ImportIssue.refused(
                row,
                "DUPLICATE_CODE",
                "Mã " + code + " đã có ở trên trong cùng tệp.",
                "The code " + code + " stands further up in the same file.",
                "Giữ một dòng cho mỗi mã; gộp các phần thành một MultiPolygon.",
                "Keep one feature for each code; join parts into one MultiPolygon.");
    }

    static ImportIssue codeIsReal(long row, String code) {
        return ImportIssue.refused(
                row,
                "CODE_IS_REAL",
                "Mã " + code + " là của một đơn vị thật, không ghi đè bằng dữ liệu mô phỏng.",
                "The code " + code + " belongs to a real unit and is not replaced by a simulated one.",
                "Dùng mã khác cho đơn vị mô phỏng.",
                "Use another code for the simulated unit.");
    }

    static ImportIssue noArea(long row) {
        return ImportIssue.refused(
                row,
                "NOT_AN_AREA",
                "Không có vùng (Polygon) nào.",
                "There is no area (Polygon).",
                "Ranh giới phải là Polygon hoặc MultiPolygon.",
                "An outline must be a Polygon or MultiPolygon.");
    }

    static ImportIssue repaired(long row, String code) {
        return ImportIssue.repaired(
                row,
                "POLYGON_REPAIRED",
                "Ranh giới của " + code + " tự cắt; đã sửa.",
                "The outline of " + code + " crosses itself; it was mended.",
                "Xem lại ranh giới trên bản đồ.",
                "Look at the outline on the map.");
    }

    static ImportIssue population(long row) {
        return ImportIssue.refused(
                row,
                "POPULATION_NOT_A_NUMBER",
                "Dân số không phải là số nguyên từ 0.",
                "The population is not a whole number from 0.",
                "Ghi số nguyên, ví dụ 23534.",
                "Write a whole number, e.g. 23534.");
    }

    static ImportIssue noCentre(long row) {
        return ImportIssue.warned(
                row,
                "CENTRE_LEFT_OUT",
                "Toạ độ trung tâm sai hoặc ngoài Việt Nam; không dùng.",
                "The centre's coordinates are wrong or outside Vietnam; not used.",
                "Vĩ độ 8–24, kinh độ 102–117.",
                "Latitude 8–24, longitude 102–117.");
    }
}
