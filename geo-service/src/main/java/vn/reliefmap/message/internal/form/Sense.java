package vn.reliefmap.message.internal.form;

import org.jspecify.annotations.Nullable;

/**
 * What a phrase means.
 *
 * @param item code of the catalogue, for {@link Kind#ITEM}
 * @param unit of a quantity, for {@link Kind#UNIT}
 */
record Sense(Kind kind, @Nullable String item, @Nullable String unit) {
    enum Kind {
        SOS,
        SAFE,
        /** Says that something is asked for; what follows is wanted. */
        WANTED,
        /** What follows is not wanted. */
        UNWANTED,
        PEOPLE,
        ADULTS,
        VULNERABLE,
        ITEM,
        UNIT,
        COMMUNE,
        HAMLET,
        DISTRICT,
        /** Known, and of no weight. */
        FILLER
    }

    static Sense of(Kind kind) {
        return new Sense(kind, null, null);
    }

    static Sense item(String code) {
        return new Sense(Kind.ITEM, code, null);
    }

    static Sense unit(String unit) {
        return new Sense(Kind.UNIT, null, unit);
    }
}
