package vn.reliefmap.admin;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.geo.LonLat;

/**
 * The front door to admin units. Thread-safe; units and outlines are held in memory (about 15 MB for a province) and
 * read again after a change.
 */
public interface AdminUnits {
    /** How far outside every outline a place still belongs to the nearest unit: simplified outlines have gaps. */
    double NEAREST_WITHIN_M = 200;

    /** The present unit with the code; an {@code UNKNOWN_ADMIN_UNIT} problem (404) when there is none. */
    AdminUnit get(String code);

    /** The present unit with the code. */
    Optional<AdminUnit> find(String code);

    /** All present units, by code. */
    List<AdminUnit> list();

    /**
     * Units by code or by any spelling: any case, tone placement and Unicode form, with or without diacritics, kind
     * ("xã", "TT.") and, after a comma, the parent. The best match comes first: kind and name exact, name exact, without
     * diacritics, beginning of a name, part of a name; among equals present before former, real before simulated.
     *
     * @param day only units in force on that day; null = present and former ones
     */
    List<AdminUnit> search(String text, @Nullable LocalDate day, int limit);

    /**
     * The present units that a code or name in a list can mean: a former unit stands for its successors. Empty when
     * nothing has that code or name; more than one when the name is ambiguous.
     */
    List<AdminUnit> meantBy(String codeOrName);

    /**
     * The present unit whose outline holds the place, else the nearest one within {@link #NEAREST_WITHIN_M}; a real
     * unit before a simulated one.
     */
    Optional<AdminUnit> unitOf(LonLat place);
}
