package vn.reliefmap.commitment.internal;

import java.util.Locale;
import vn.reliefmap.need.Balance;

/** The two kinds of promise, which differ in the balance that they are taken from. */
enum Kind {
    PLEDGE(Balance.TO_GIVE),
    CLAIM(Balance.TO_CARRY);

    private final Balance balance;

    Kind(Balance balance) {
        this.balance = balance;
    }

    Balance balance() {
        return balance;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
