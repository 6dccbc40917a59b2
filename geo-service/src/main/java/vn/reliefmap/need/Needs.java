package vn.reliefmap.need;

import java.util.List;
import vn.reliefmap.kernel.DisasterId;

/** The front door to needs. Thread-safe. */
public interface Needs {
    /** Sums for each commune and item, exact; by commune (none last) and item. Empty when nothing is needed. */
    List<NeedSum> sums(DisasterId disaster);
}
