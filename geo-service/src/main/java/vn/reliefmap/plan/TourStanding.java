package vn.reliefmap.plan;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.commitment.Claim;

/**
 * A tour that a team has taken on, or had.
 *
 * @param claim the newest one on it
 * @param teamName null when no account of a team holds it
 * @param served numbers of the calls at homes where deliveries have brought everything
 */
public record TourStanding(int tour, Claim claim, @Nullable String teamName, Set<Integer> served) {}
