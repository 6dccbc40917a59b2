package vn.reliefmap.kernel;

import org.jspecify.annotations.Nullable;

/**
 * One thing in a file that could not be taken as it was, with its place and a way to mend it.
 *
 * @param severity whether the row was left out or taken with a remark
 * @param row line or feature number in the file, from 1; 0 when the whole file is meant
 * @param cell sheet and cell of a workbook, for example {@code Hộ nghèo!E7}; null in other files
 * @param code stable name, upper snake case, for example {@code LATITUDE_RANGE}
 * @param reasonVi what is wrong, in Vietnamese
 * @param reasonEn what is wrong, in English
 * @param fixVi what to do, in Vietnamese
 * @param fixEn what to do, in English
 */
public record ImportIssue(
        Severity severity,
        long row,
        @Nullable String cell,
        String code,
        String reasonVi,
        String reasonEn,
        String fixVi,
        String fixEn) {

    public ImportIssue(
            Severity severity, long row, String code, String reasonVi, String reasonEn, String fixVi, String fixEn) {
        this(severity, row, null, code, reasonVi, reasonEn, fixVi, fixEn);
    }

    /** The same, said of a cell; a cell that is known already stays. */
    public ImportIssue in(@Nullable String place) {
        return cell != null || place == null
                ? this
                : new ImportIssue(severity, row, place, code, reasonVi, reasonEn, fixVi, fixEn);
    }

    /** What became of the row. */
    public enum Severity {
        /** The row was not taken. */
        REFUSED,
        /** The row was changed so that it could be taken, for example an invalid polygon. */
        REPAIRED,
        /** The row was taken as it is, and somebody should look at it. */
        WARNED
    }

    public static ImportIssue refused(
            long row, String code, String reasonVi, String reasonEn, String fixVi, String fixEn) {
        return new ImportIssue(Severity.REFUSED, row, code, reasonVi, reasonEn, fixVi, fixEn);
    }

    public static ImportIssue repaired(
            long row, String code, String reasonVi, String reasonEn, String fixVi, String fixEn) {
        return new ImportIssue(Severity.REPAIRED, row, code, reasonVi, reasonEn, fixVi, fixEn);
    }

    public static ImportIssue warned(
            long row, String code, String reasonVi, String reasonEn, String fixVi, String fixEn) {
        return new ImportIssue(Severity.WARNED, row, code, reasonVi, reasonEn, fixVi, fixEn);
    }
}
