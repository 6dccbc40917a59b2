package vn.reliefmap.supply.internal;

import vn.reliefmap.item.Skill;
import vn.reliefmap.kernel.ImportIssue;
import vn.reliefmap.passability.VehicleClass;

/** What can be wrong with a row of a list of depots, stock or vehicles; all of these leave the row out. */
enum SupplyIssue {
    ROW_TOO_MANY_CELLS(
            "Dòng có nhiều ô hơn số cột.",
            "The row has more cells than there are columns.",
            "Ô có dấu phẩy phải nằm trong dấu nháy kép; xoá ô thừa.",
            "Put cells with a comma in double quotes; remove what stands beyond the last column."),
    TEXT_MISSING_OR_LONG(
            "Mã hoặc tên trống, hoặc dài hơn 200 ký tự.",
            "The ref or name is empty, or longer than 200 characters.",
            "Ghi mã và tên, tối đa 200 ký tự.",
            "Give ref and name, 200 characters at most."),
    ROW_TWICE(
            "Dòng này lặp lại một dòng ở trên trong cùng tệp.",
            "This row repeats one further up in the same file.",
            "Giữ một dòng cho mỗi mã (với tồn kho: mỗi kho và mặt hàng).",
            "Keep one row for each ref (for stock: each depot and item)."),
    OTHER_WORLD(
            "Mã này đã dùng cho dữ liệu thuộc loại khác (thật / mô phỏng).",
            "This ref belongs to something of the other kind (real or simulated).",
            "Dùng mã khác.",
            "Use another ref."),
    UNKNOWN_DEPOT(
            "Không có kho nào mang mã này.",
            "No depot has this ref.",
            "Nhập danh sách kho trước, rồi dùng đúng mã của kho.",
            "Import the depots first, then use their refs."),
    UNKNOWN_ITEM(
            "Không có mặt hàng với mã này trong danh mục.",
            "No item in the catalogue has this code.",
            "Dùng mã trong data/items.csv, ví dụ rice.",
            "Use a code from data/items.csv, e.g. rice."),
    QUANTITY_RANGE(
            "Số lượng không phải là số từ 0 trở lên (dưới 100 tỉ).",
            "The quantity is not a number of 0 or more (below 100 billion).",
            "Ghi số, ví dụ 1200 hoặc 20,5.",
            "Write a number, e.g. 1200 or 20.5."),
    CAPACITY_RANGE(
            "Tải trọng hoặc thể tích không phải là số lớn hơn 0.",
            "The capacity in kg or m³ is not a number above 0.",
            "Ghi số, ví dụ 5000 kg và 20 m3.",
            "Write a number, e.g. 5000 kg and 20 m³."),
    UNKNOWN_VEHICLE(
            "Không rõ loại phương tiện.",
            "The vehicle class is unknown.",
            "Dùng một trong: " + VehicleClass.WORDS + ".",
            "Use one of: " + VehicleClass.WORDS + "."),
    UNKNOWN_SKILL(
            "Không rõ chuyên môn của đội đi cùng phương tiện.",
            "A skill of the vehicle's team is unknown.",
            "Để trống, hoặc dùng các từ sau, cách nhau bằng dấu cách hay dấu chấm phẩy: " + Skill.WORDS + ".",
            "Leave the cell empty, or use these words, with spaces or semicolons between: " + Skill.WORDS + ".");

    private final String vi;
    private final String en;
    private final String fixVi;
    private final String fixEn;

    SupplyIssue(String vi, String en, String fixVi, String fixEn) {
        this.vi = vi;
        this.en = en;
        this.fixVi = fixVi;
        this.fixEn = fixEn;
    }

    ImportIssue at(long row) {
        return ImportIssue.refused(row, name(), vi, en, fixVi, fixEn);
    }
}
