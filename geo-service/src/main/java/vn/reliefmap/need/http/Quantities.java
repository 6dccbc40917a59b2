package vn.reliefmap.need.http;

import java.math.BigDecimal;

/** Quantities as JSON shows them. */
final class Quantities {
    private Quantities() {}

    /** Without trailing zeros and without an exponent: 20, 20.5, 900000. */
    static BigDecimal plain(BigDecimal quantity) {
        BigDecimal bare = quantity.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }
}
