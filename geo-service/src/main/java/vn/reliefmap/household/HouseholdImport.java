package vn.reliefmap.household;

import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.ImportLog;
import vn.reliefmap.kernel.ImportSummary;
import vn.reliefmap.kernel.RowSource;

/**
 * Brings in a list of households and what each lacks, in one transaction, with little memory whatever its length.
 *
 * <p>Columns (any case, with or without diacritics; Vietnamese names in brackets): {@code ref} [mã hộ], {@code name}
 * [họ và tên, chủ hộ], {@code phone} [SĐT], {@code people} [số khẩu] (required), {@code vulnerable_people},
 * {@code address} [địa chỉ], {@code commune} [xã] as code or name, former names too, {@code lon} and {@code lat} [kinh
 * độ, vĩ độ] or {@code coordinates} [toạ độ] as "16.75, 107.18", {@code precision} (exact or approximate),
 * {@code hamlet} [thôn], which counts when an officer named such a hamlet. Needs: one
 * column {@code need:ITEM} for each item, or one column {@code needs} as "rice=20;drinking_water=60"; with
 * {@code urgency} (critical, high, normal) and {@code confirmed_at}. A running number [STT] is ignored; other columns
 * are named in a remark.
 *
 * <p>A list may leave coordinates out when its rows, its title or the order tell the commune: such homes stand at the
 * middle of the exact homes of their hamlet, else of the commune, and are marked approximate. Said by name alone, a home whose
 * place is known better stays there as long as its commune does.
 *
 * <p>The same {@code ref} is the same household, now and in later imports. Without a {@code ref}, name, phone and place
 * together are the key (as a keyed fingerprint); without a place name, phone, year of birth and hamlet, and such a home is
 * known again when a later list gives it coordinates. The first line of a household in a file counts, a second one is
 * refused. An empty cell leaves what is known; a need that a later list no longer names stays. A stated commune counts
 * even when the place lies in another one, with a remark. Whether the list is simulated is the caller's word, never the
 * file's; a real list never touches a simulated household, nor the other way round.
 *
 * <p>No remark ever quotes a cell: it might be a name, a phone number or a home.
 */
public interface HouseholdImport {
    /** Reads all rows; throws a problem when the file as a whole is no good, and then nothing is stored. */
    ImportSummary load(RowSource rows, ImportOrder order, ImportLog log);

    /** The same for somebody who may change every household. */
    default ImportSummary load(RowSource rows, DisasterId disaster, boolean simulated, ImportLog log) {
        return load(rows, ImportOrder.everywhere(disaster, simulated), log);
    }

    /**
     * Tells what {@link #load} would do, and stores nothing. The disaster need not be there yet: then every need is new.
     */
    HouseholdPreview preview(RowSource rows, ImportOrder order, ImportLog log);
}
