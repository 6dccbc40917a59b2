package vn.reliefmap.cluster;

import vn.reliefmap.kernel.DisasterId;

/** Publishes what everyone may see of the needs of a real disaster; the program does so each quarter of an hour. */
public interface Publications {
    /** In one transaction; does nothing while another process is publishing. */
    void publish(DisasterId disaster);
}
