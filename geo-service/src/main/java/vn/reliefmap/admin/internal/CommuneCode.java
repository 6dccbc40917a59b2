package vn.reliefmap.admin.internal;

/** Official commune codes as lists write them. */
final class CommuneCode {
    private CommuneCode() {}

    /** The code with what spreadsheets did to it undone: "18853.0" → "18853", "4567" → "04567". */
    static String of(String text) {
        String code = text.strip();
        if (code.matches("\\d{1,6}\\.0+")) {
            code = code.substring(0, code.indexOf('.'));
        }
        return code.matches("\\d{4}") ? "0" + code : code;
    }

    /** True for what may stand in the table as a code. */
    static boolean wellFormed(String code) {
        return code.matches("[A-Za-z0-9_-]{1,20}");
    }
}
