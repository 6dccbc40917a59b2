package vn.reliefmap.household;

import vn.reliefmap.kernel.DisasterId;

/**
 * Published as a Spring application event inside the transaction, each day from the end of the time for which persons are
 * kept: rooms that hold anything of persons in this disaster wipe it there.
 */
public record DisasterPurged(DisasterId disaster) {}
