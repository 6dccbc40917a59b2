package vn.reliefmap.cluster;

import vn.reliefmap.kernel.DisasterId;

/**
 * Published as a Spring application event when new sums of a disaster stand ready to be read.
 *
 * @param published true for the sums that everyone sees of a real disaster, false for those of now
 */
public record NeedClustersChanged(DisasterId disaster, boolean published) {}
