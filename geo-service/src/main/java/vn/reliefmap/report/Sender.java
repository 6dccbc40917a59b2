package vn.reliefmap.report;

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

    /** Without name and number, so that neither gets into a log by way of a message. */
    @Override
    public String toString() {
        return onBehalf ? "somebody, for another household" : "somebody";
    }
}
