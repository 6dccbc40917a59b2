package vn.reliefmap.cluster.http;

import org.jspecify.annotations.Nullable;

/** Why an answer is empty although there are needs. */
record SuppressedNote(String code, String vi, String en) {
    static @Nullable SuppressedNote of(boolean suppressed) {
        return suppressed
                ? new SuppressedNote(
                        "TOO_FEW_HOUSEHOLDS",
                        "Có quá ít hộ nên chưa hiện số liệu, để không lộ nhà của ai.",
                        "Too few households to show any figure without giving somebody's home away.")
                : null;
    }
}
