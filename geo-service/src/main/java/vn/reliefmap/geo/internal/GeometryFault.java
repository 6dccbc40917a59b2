package vn.reliefmap.geo.internal;

import vn.reliefmap.kernel.ImportIssue;

/** Says why a geometry of a file cannot be used. */
final class GeometryFault extends Exception {
    private final String code;
    private final String vi;
    private final String en;
    private final String fixVi;
    private final String fixEn;

    GeometryFault(String code, String vi, String en, String fixVi, String fixEn) {
        super(code, null, false, false);
        this.code = code;
        this.vi = vi;
        this.en = en;
        this.fixVi = fixVi;
        this.fixEn = fixEn;
    }

    ImportIssue issue(long number) {
        return ImportIssue.refused(number, code, vi, en, fixVi, fixEn);
    }

    static GeometryFault missing() {
        return new GeometryFault(
                "GEOMETRY_MISSING",
                "Đối tượng không có hình học.",
                "The feature has no geometry.",
                "Vẽ lại hình hoặc bỏ dòng này.",
                "Draw it again or leave it out.");
    }

    static GeometryFault empty() {
        return new GeometryFault(
                "GEOMETRY_EMPTY",
                "Hình học rỗng.",
                "The geometry is empty.",
                "Vẽ lại hình hoặc bỏ dòng này.",
                "Draw it again or leave it out.");
    }

    static GeometryFault notANumber() {
        return new GeometryFault(
                "COORDINATE_NOT_A_NUMBER",
                "Một toạ độ không phải là số (NaN, null hoặc chữ).",
                "A coordinate is not a number (NaN, null or text).",
                "Sửa toạ độ thành số [kinh độ, vĩ độ].",
                "Write numbers: [lon, lat].");
    }

    static GeometryFault form(String type) {
        return new GeometryFault(
                "GEOMETRY_FORM",
                "Toạ độ không đúng cấu trúc của kiểu " + type + ".",
                "The coordinates do not have the form of a " + type + ".",
                "Xuất lại tệp GeoJSON theo RFC 7946.",
                "Export the file again as RFC 7946 GeoJSON.");
    }

    static GeometryFault unsupported(String type) {
        return new GeometryFault(
                "GEOMETRY_TYPE",
                "Kiểu hình học “" + type + "” không dùng được.",
                "Geometry type \"" + type + "\" cannot be used.",
                "Dùng Point, LineString, Polygon hoặc Multi….",
                "Use Point, LineString, Polygon or Multi….");
    }

    static GeometryFault tooLarge(int most) {
        return new GeometryFault(
                "GEOMETRY_TOO_LARGE",
                "Một hình có hơn " + most + " điểm.",
                "One geometry has more than " + most + " positions.",
                "Chia hình thành nhiều phần.",
                "Split it into parts.");
    }

    static GeometryFault outOfRange(int epsg) {
        return new GeometryFault(
                "COORDINATE_RANGE",
                "Toạ độ nằm ngoài phạm vi của EPSG:" + epsg + ".",
                "Coordinates out of the range of EPSG:" + epsg + ".",
                "Kiểm tra hệ toạ độ (--crs) và thứ tự [kinh độ, vĩ độ].",
                "Check the reference system (--crs) and the order [lon, lat].");
    }
}
