package vn.reliefmap.cluster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of clusters.
 *
 * @param clusters cells with something open, in an order that is the same at every call
 * @param totals sums over <em>all</em> selected cells, those of other pages and those with nothing open too; without a
 *     box they are the sums over all needs of the disaster
 * @param next where the next page begins, null after the last one
 * @param suppressed true when the disaster has needs, but of fewer households than a cell must have: nothing is shown
 */
public record ClusterPage(
        List<NeedCluster> clusters,
        List<ItemLack> totals,
        @Nullable String next,
        boolean suppressed) {}
