package vn.reliefmap.household;

import vn.reliefmap.kernel.HouseholdId;

/** Published as a Spring application event inside the transaction; rooms that hold anything of the person wipe it there. */
public record HouseholdErased(HouseholdId household) {}
