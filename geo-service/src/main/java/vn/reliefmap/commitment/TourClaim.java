package vn.reliefmap.commitment;

import org.jspecify.annotations.Nullable;

/**
 * A claim on a planned tour.
 *
 * @param teamName what the team is called; null when no account of a team holds it
 */
public record TourClaim(Claim claim, @Nullable String teamName) {}
