package vn.reliefmap.report;

import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.HouseholdId;

/**
 * A person said that two households are one, or took that back; published inside the transaction that says so.
 *
 * @param household the one that is not counted any more
 * @param into the one that stays
 * @param together false when they are two again
 */
public record HomesMerged(DisasterId disaster, HouseholdId household, HouseholdId into, boolean together) {}
