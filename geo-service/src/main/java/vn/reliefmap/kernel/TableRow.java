package vn.reliefmap.kernel;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One row of a list that somebody sent.
 *
 * @param number line in the file where the row starts, from 1, the header counted
 * @param cells cell text by column name (lower case, trimmed), Unicode NFC, trimmed; a missing cell is absent or empty
 */
public record TableRow(long number, Map<String, String> cells) {

    /** What spreadsheets show where a formula gave no value; the last one stands for a formula that was never worked out. */
    public static final Set<String> FORMULA_ERRORS = Set.of(
            "#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#GETTING_DATA", "#CALC!");

    /** A column whose cell is a formula without a value. */
    public Optional<String> formulaError() {
        return cells.entrySet().stream()
                .filter(cell -> FORMULA_ERRORS.contains(cell.getValue()))
                .map(Map.Entry::getKey)
                .min(String::compareTo);
    }

    /** The cell's text, or an empty string when the column or the cell is missing. */
    public String text(String column) {
        return cells.getOrDefault(column, "");
    }
}
