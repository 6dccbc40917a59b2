package vn.reliefmap.cluster;

import org.jspecify.annotations.Nullable;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.kernel.DisasterId;

/**
 * The front door to sums of needs. Every answer is a union of fixed cells of at least five households (setting
 * {@code relief.privacy.least-households}; domain facts, section 5). {@link #find} and {@link #summary} tell how things are
 * now, for those who may see that ({@code Rights.seesNow}); what everyone may see of a real disaster is published each
 * quarter of an hour, and a cell of it only when five of its households have changed. The sums of a zoom equal the sums
 * over the needs (now, or published) exactly. Thread-safe; answered from memory, at most about five seconds behind the
 * database. An unknown item is an {@code ITEM_UNKNOWN} problem; a disaster without needs has empty answers.
 */
public interface NeedClusters {
    /** The cells of a zoom; the cells of a deeper zoom lie each in one of these. */
    ClusterPage find(DisasterId disaster, ClusterQuery query);

    /** Sums by commune. {@code item} as in {@link ClusterQuery}. */
    NeedSummary summary(DisasterId disaster, @Nullable String item);

    /** As {@link #find}, as everyone may see it. */
    ClusterPage forEveryone(Disaster disaster, ClusterQuery query);

    /** As {@link #summary}, as everyone may see it. */
    NeedSummary summaryForEveryone(Disaster disaster, @Nullable String item);
}
