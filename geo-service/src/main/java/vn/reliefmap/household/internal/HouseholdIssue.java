package vn.reliefmap.household.internal;

import vn.reliefmap.kernel.ImportIssue;
import vn.reliefmap.kernel.ImportIssue.Severity;

/** What can be wrong with a row of a list of households. The texts hold no cell of the list, on purpose. */
enum HouseholdIssue {
    ROW_TOO_MANY_CELLS(
            Severity.REFUSED,
            "Dòng có nhiều ô hơn số cột.",
            "The row has more cells than there are columns.",
            "Ô có dấu phẩy phải nằm trong dấu nháy kép; xoá ô thừa.",
            "Put cells with a comma in double quotes; remove what stands beyond the last column."),
    TEXT_TOO_LONG(
            Severity.REFUSED,
            "Có ô dài hơn 2000 ký tự.",
            "A cell is longer than 2000 characters.",
            "Rút gọn còn tối đa 2000 ký tự (mã hộ: 200).",
            "Shorten it to 2000 characters at most (ref: 200)."),
    FORMULA_ERROR(
            Severity.REFUSED,
            "Có ô là công thức lỗi (#REF!, #N/A …) hoặc chưa được tính.",
            "A cell holds a formula that failed (#REF!, #N/A …) or was never worked out.",
            "Sửa công thức hoặc ghi thẳng giá trị.",
            "Mend the formula, or write the value itself."),
    OTHER_UNIT(
            Severity.REFUSED,
            "Hộ không thuộc địa bàn của tài khoản này.",
            "The household is in none of the units that this account serves.",
            "Gửi dòng này cho cán bộ của xã đó, hoặc sửa xã nếu ghi nhầm.",
            "Send this row to an officer of that commune, or correct the commune."),
    PEOPLE_RANGE(
            Severity.REFUSED,
            "Số khẩu thiếu hoặc không phải số nguyên từ 1 đến 10000.",
            "The number of people is missing or not a whole number from 1 to 10000.",
            "Ghi số khẩu bằng chữ số, ví dụ 4.",
            "Write the number of people in digits, e.g. 4."),
    VULNERABLE_RANGE(
            Severity.REFUSED,
            "Số người yếu thế không phải số nguyên từ 0 đến số khẩu.",
            "The number of vulnerable people is not a whole number from 0 to the number of people.",
            "Sửa lại, không lớn hơn số khẩu.",
            "Correct it; it cannot exceed the number of people."),
    PRECISION_UNKNOWN(
            Severity.REFUSED,
            "Không rõ độ chính xác của vị trí.",
            "The precision of the place is unknown.",
            "Ghi exact hoặc approximate.",
            "Write exact or approximate."),
    URGENCY_UNKNOWN(
            Severity.REFUSED,
            "Không rõ mức khẩn cấp.",
            "The urgency is unknown.",
            "Ghi nguy cấp, gấp hoặc thường.",
            "Write critical, high or normal."),
    TIME_UNREADABLE(
            Severity.REFUSED,
            "Không đọc được thời điểm xác nhận.",
            "The time of confirmation cannot be read.",
            "Ghi dạng 2020-10-18T07:30:00Z hoặc 18/10/2020 14:30 (giờ Việt Nam).",
            "Write 2020-10-18T07:30:00Z or 18/10/2020 14:30 (time of Vietnam)."),
    UNKNOWN_ITEM(
            Severity.REFUSED,
            "Nhu cầu có mặt hàng không có trong danh mục.",
            "The needs name an item that is not in the catalogue.",
            "Ghi tên hàng và số lượng, ví dụ Gạo=20; Nước uống=60, hoặc mỗi mặt hàng một cột.",
            "Write items and quantities, e.g. rice=20; drinking_water=60, or a column for each item."),
    QUANTITY_RANGE(
            Severity.REFUSED,
            "Số lượng của một nhu cầu không phải là số từ 0 trở lên (dưới 100 tỉ).",
            "The quantity of a need is not a number of 0 or more (below 100 billion).",
            "Ghi số, ví dụ 20 hoặc 20,5.",
            "Write a number, e.g. 20 or 20.5."),
    NEED_TWICE(
            Severity.REFUSED,
            "Một mặt hàng có hai số lượng trong cùng dòng.",
            "One item has two quantities in the same row.",
            "Giữ một số lượng cho mỗi mặt hàng.",
            "Keep one quantity for each item."),
    COMMUNE_UNKNOWN(
            Severity.REFUSED,
            "Không có xã, phường nào mang mã hoặc tên này.",
            "No commune has this code or name.",
            "Ghi mã năm chữ số hoặc tên xã, tên cũ cũng được; hoặc để trống.",
            "Give the five-digit code or the name, a former one too; or leave the cell empty."),
    COMMUNE_AMBIGUOUS(
            Severity.REFUSED,
            "Tên xã trùng với nhiều đơn vị, và vị trí không nằm trong đơn vị nào trong số đó.",
            "Several communes have this name, and the place lies in none of them.",
            "Ghi mã xã, hoặc thêm huyện cũ sau dấu phẩy.",
            "Give the code, or the former district after a comma."),
    COMMUNE_MISMATCH(
            Severity.WARNED,
            "Vị trí nằm ngoài xã đã ghi; giữ xã đã ghi.",
            "The place lies outside the stated commune; the stated one is kept.",
            "Kiểm tra lại toạ độ và xã.",
            "Check coordinates and commune."),
    OUTSIDE_COMMUNES(
            Severity.WARNED,
            "Vị trí không nằm trong xã nào (có thể ngoài biển).",
            "The place lies in no commune (perhaps in the sea).",
            "Kiểm tra lại toạ độ.",
            "Check the coordinates."),
    PLACE_BY_NAME(
            Severity.WARNED,
            "Dòng không có toạ độ; lấy vị trí gần đúng của thôn hoặc xã.",
            "The row has no coordinates; the rough place of hamlet or commune is taken.",
            "Bổ sung toạ độ khi biết, rồi nhập lại.",
            "Add the coordinates when they are known, and import again."),
    NAME_MISSING(
            Severity.REFUSED,
            "Dòng không có toạ độ, mã hộ hay họ tên, nên không biết là hộ nào.",
            "The row has no coordinates, no ref and no name, so nobody can tell which household it is.",
            "Ghi họ tên chủ hộ hoặc mã hộ.",
            "Give the name or a ref."),
    HAMLET_UNKNOWN(
            Severity.WARNED,
            "Xã chưa có thôn mang tên này; hộ được gắn với xã.",
            "The commune has no hamlet of this name; the household is tied to the commune.",
            "Đặt tên thôn trước rồi nhập lại, hoặc sửa tên thôn trong danh sách.",
            "Name the hamlet first and import again, or correct its name in the list."),
    COMMUNE_WITHOUT_PLACE(
            Severity.REFUSED,
            "Chưa có ranh giới hay vị trí của xã, nên không biết hộ ở đâu.",
            "Neither outline nor place of the commune is known, so nobody knows where the household lives.",
            "Nạp ranh giới xã (./relief import communes) hoặc ghi toạ độ.",
            "Import the communes (./relief import communes), or give coordinates."),
    OTHER_WORLD(
            Severity.REFUSED,
            "Mã hộ này đã dùng cho một hộ thuộc loại khác (thật / mô phỏng).",
            "This ref belongs to a household of the other kind (real or simulated).",
            "Dùng mã hộ khác.",
            "Use another ref."),
    ERASED_BEFORE(
            Severity.REFUSED,
            "Dữ liệu của hộ này đã được xoá theo yêu cầu hoặc hết thời hạn lưu.",
            "The data of this household were erased at its request, or when their time was over.",
            "Bỏ dòng này khỏi danh sách; nếu hộ lại cần giúp, lập hộ mới với mã khác.",
            "Take the row off the list; if the household asks for help again, give it a new ref.");

    private final Severity severity;
    private final String vi;
    private final String en;
    private final String fixVi;
    private final String fixEn;

    HouseholdIssue(Severity severity, String vi, String en, String fixVi, String fixEn) {
        this.severity = severity;
        this.vi = vi;
        this.en = en;
        this.fixVi = fixVi;
        this.fixEn = fixEn;
    }

    ImportIssue at(long row) {
        return new ImportIssue(severity, row, name(), vi, en, fixVi, fixEn);
    }

    static ImportIssue twice(long row, long firstRow) {
        return ImportIssue.refused(
                row,
                "HOUSEHOLD_TWICE",
                "Hộ này đã có ở dòng " + firstRow + " của cùng tệp; dòng đầu được dùng.",
                "This household stands in line " + firstRow + " of the same file already; that line counts.",
                "Gộp hai dòng làm một, hoặc ghi mã hộ khác nhau.",
                "Join the two lines, or give them different refs.");
    }

    static ImportIssue ignoredColumns(String columns) {
        return ImportIssue.warned(
                1,
                "COLUMN_IGNORED",
                "Các cột không dùng đến: " + columns + ".",
                "Columns that are not used: " + columns + ".",
                "Đổi tên cột nếu cần: Mã hộ, Họ và tên, SĐT, Số khẩu, Địa chỉ, Thôn, Xã, Kinh độ, Vĩ độ, hoặc tên mặt hàng.",
                "Rename them if they matter: ref, name, phone, people, address, commune, lon, lat, needs.");
    }

    /** Said of each row of sums, and of each below it that tells no home. */
    static ImportIssue sums(long row) {
        return ImportIssue.warned(
                row,
                "SUMS_PASSED",
                "Dòng tổng cộng hoặc ký tên, được bỏ qua.",
                "A row of sums or of who signed, passed over.",
                "Nếu là một hộ: ghi số người.",
                "If it is a household: write how many people.");
    }

    /** Said once of a list without coordinates. */
    static ImportIssue placesByName(String commune) {
        return ImportIssue.warned(
                0,
                "PLACES_BY_NAME",
                "Danh sách không có toạ độ: mỗi hộ được ghi ở vị trí gần đúng của thôn, hoặc của xã" + commune
                        + ". Không dùng để tìm nhà.",
                "The list has no coordinates: each household is put at the rough place of its hamlet, or of the commune"
                        + commune + ". It leads to no house.",
                "Hỏi cán bộ thôn khi đi giao; bổ sung toạ độ khi biết rồi nhập lại.",
                "Ask the hamlet's officer on the way; add coordinates when they are known, and import again.");
    }

    static ImportIssue noCommunesYet() {
        return ImportIssue.warned(
                0,
                "NO_COMMUNES_YET",
                "Chưa có ranh giới xã; các hộ được nhập mà chưa gắn với xã.",
                "There are no communes yet; the households are stored without one.",
                "Nạp ranh giới (./relief import communes), rồi nhập lại danh sách này.",
                "Import the communes (./relief import communes), then this list again.");
    }
}
