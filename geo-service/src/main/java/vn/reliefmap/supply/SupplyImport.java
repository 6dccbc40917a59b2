package vn.reliefmap.supply;

import vn.reliefmap.kernel.ImportLog;
import vn.reliefmap.kernel.ImportSummary;
import vn.reliefmap.kernel.RowSource;

/**
 * Brings in depots, stock and vehicles, each list in one transaction; the same ref is the same thing, so a list may be
 * read again. A real list never touches something simulated, nor the other way round.
 */
public interface SupplyImport {
    /** Columns {@code ref} [mã kho], {@code name} [tên kho], {@code lon} and {@code lat}, or {@code coordinates}. */
    ImportSummary depots(RowSource rows, boolean simulated, ImportLog log);

    /**
     * Columns {@code depot} [mã kho] (ref of a depot), {@code item} [mã hàng], {@code quantity} [số lượng]. The quantity
     * is what was counted: it takes the place of the one before; 0 says that there is none left.
     */
    ImportSummary stock(RowSource rows, boolean simulated, ImportLog log);

    /**
     * Columns {@code ref} [mã xe], {@code name} [tên xe], {@code vehicle_class} [loại xe], {@code depot} [mã kho],
     * {@code capacity_kg} [tải trọng kg], {@code capacity_m3} [thể tích m3], and if known {@code skills} [chuyên môn]: what the team can do, words with spaces
     * or semicolons between. A list without that column leaves the skills as they are.
     */
    ImportSummary vehicles(RowSource rows, boolean simulated, ImportLog log);
}
