package vn.reliefmap.commitment;

import vn.reliefmap.kernel.PublicCode;

/** Follows gifts by their codes. Thread-safe. */
public interface Gifts {
    /** Throws a {@code GIFT_NOT_FOUND} problem (404) when the ledger knows no such gift. */
    Gift follow(PublicCode code);

    /** A QR code as SVG that leads to the gift's page. */
    String qrCode(PublicCode code);
}
