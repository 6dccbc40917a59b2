package vn.reliefmap.report;

import vn.reliefmap.kernel.PhoneNumber;
import vn.reliefmap.kernel.Problem;

/**
 * Who sends a report. Personal data: never in logs, addresses or the ledger.
 *
 * @param name as it was given; empty when it was not
 * @param phone as it was given; empty when it was not
 * @param onBehalf true when somebody reports for another household
 */
public record Sender(String name, String phone, boolean onBehalf) {
    /** Nobody is known. */
    public static final Sender UNKNOWN = new Sender("", "", false);

    /**
     * A {@code PHONE_FORM} problem (400) for a number that nobody can call back: it is better noticed by the one who types it.
     * No number at all is fine, and so is a foreign one.
     */
    public void requireNumber() {
        boolean foreign = phone.strip().matches("(?:\\+|00)[\\d\\s.()-]{8,25}");
        if (!phone.isBlank() && !foreign && PhoneNumber.read(phone).isEmpty()) {
            throw Problem.badField(
                            "PHONE_FORM",
                            "phone",
                            "0912 345 678",
                            "Số điện thoại cần 10 chữ số, ví dụ 0912 345 678. Không có thì để trống.",
                            "A telephone number has 10 digits, e.g. 0912 345 678. Leave it empty if there is none.")
                    .asException();
        }
    }

    /** Without name and number, so that neither gets into a log by way of a message. */
    @Override
    public String toString() {
        return onBehalf ? "somebody, for another household" : "somebody";
    }
}
