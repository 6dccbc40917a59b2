package vn.reliefmap.cluster;

import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.DisasterId;

/**
 * The front door to sums of needs. Every answer is a union of fixed cells of at least five households (setting
 * {@code relief.privacy.least-households}; domain facts, section 5), so it may be shown to everyone. The sums of a zoom
 * equal the sums over the needs exactly. Thread-safe; answered from memory, at most about five seconds behind the
 * database. An unknown item is an {@code ITEM_UNKNOWN} problem; a disaster without needs has empty answers.
 */
public interface NeedClusters {
    /** The cells of a zoom; the cells of a deeper zoom lie each in one of these. */
    ClusterPage find(DisasterId disaster, ClusterQuery query);

    /** Sums by commune. {@code item} as in {@link ClusterQuery}. */
    NeedSummary summary(DisasterId disaster, @Nullable String item);
}
