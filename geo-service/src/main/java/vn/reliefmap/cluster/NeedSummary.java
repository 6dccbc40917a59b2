package vn.reliefmap.cluster;

import java.util.List;

/**
 * A disaster's needs by commune.
 *
 * @param communes those with most people first; households outside all communes last
 * @param totals sums over all needs of the disaster that pass the filter
 * @param suppressed true when the disaster has needs of too few households to show anything
 */
public record NeedSummary(List<CommuneNeeds> communes, List<ItemLack> totals, boolean suppressed) {}
