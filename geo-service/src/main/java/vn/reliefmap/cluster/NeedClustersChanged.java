package vn.reliefmap.cluster;

import vn.reliefmap.kernel.DisasterId;

/** Published as a Spring application event when new sums of a disaster stand ready to be read. */
public record NeedClustersChanged(DisasterId disaster) {}
