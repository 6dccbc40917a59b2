package vn.reliefmap.ledger;

import java.time.LocalDate;

/**
 * The end of the chain on one day. Whoever keeps it can tell later whether anything up to then was changed.
 *
 * @param day in Vietnam
 * @param seq of the day's last entry
 * @param hash of that entry, 64 hexadecimal digits
 */
public record DayHead(LocalDate day, long seq, String hash) {}
