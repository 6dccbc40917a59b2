package vn.reliefmap.access;

/**
 * Seals names and phone numbers, so that the database alone gives none away. Thread-safe.
 *
 * <p>AES-256-GCM with a key in {@code relief.home/keys/personal.key} (base64, mode 600), made at first use. Without the
 * key file nothing sealed can be opened again: a backup of the database needs it too.
 */
public interface PersonalData {
    /**
     * The text, sealed for one place only: it opens for the same {@code owner} alone. The same text for the same owner
     * gives the same bytes, so that a repeated import sees that nothing changed; equal texts of two owners differ.
     *
     * @param owner what the text belongs to, for example {@code household-id/name}
     */
    byte[] seal(String owner, String text);

    /** The sealed text; a {@code PERSONAL_DATA_SEALED} problem (503) when the key or the owner is not the one it had. */
    String open(String owner, byte[] sealed);

    /** A keyed fingerprint of 32 hexadecimal digits: equal for equal texts, and useless without the key. */
    String fingerprint(String text);
}
