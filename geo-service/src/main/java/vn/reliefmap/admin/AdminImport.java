package vn.reliefmap.admin;

import java.nio.file.Path;
import vn.reliefmap.kernel.ImportLog;
import vn.reliefmap.kernel.ImportSummary;
import vn.reliefmap.kernel.RowSource;

/**
 * Brings in admin units from three files, in any order: outlines, figures, and the table from former to present units.
 * Each file may be read again; nothing doubles. Present units are in force since 1 July 2025, former ones until then.
 * Names of the outlines win over those of the other two. Once there are outlines, a code in the other files that no
 * outline has is refused ({@code UNKNOWN_COMMUNE_CODE}).
 */
public interface AdminImport {
    /**
     * Outlines: features with areas and the properties {@code code} (or ma, ma_xa, wardCode), {@code fullName} (or
     * full_name, ten, name) and {@code name}; optional {@code type}, {@code parent_name}, {@code population}. Invalid
     * areas are mended and named; the area in m² is measured in UTM 48N.
     */
    ImportSummary outlines(Path geojson, boolean simulated, ImportLog log);

    /**
     * Figures: columns {@code code}, {@code full_name}, {@code population} (or population_2025, dân số),
     * {@code area_km2}, {@code centroid_lat}, {@code centroid_lon}. A given area counts only without an outline.
     */
    ImportSummary figures(RowSource rows, ImportLog log);

    /**
     * Former units and what they became: columns {@code old_code} (or wardCode), {@code old_name} (ward),
     * {@code new_code} (newWardCode), {@code new_name} (newWard); optional district and province (districtCode,
     * district, province, newProvince). A row without a former commune stands for its whole district.
     */
    ImportSummary successors(RowSource rows, ImportLog log);
}
