package vn.reliefmap.kernel;

import java.util.Map;

/**
 * One row of a list that somebody sent.
 *
 * @param number line in the file where the row starts, from 1, the header counted
 * @param cells cell text by column name (lower case, trimmed), Unicode NFC, trimmed; a missing cell is absent or empty
 */
public record TableRow(long number, Map<String, String> cells) {

    /** The cell's text, or an empty string when the column or the cell is missing. */
    public String text(String column) {
        return cells.getOrDefault(column, "");
    }
}
