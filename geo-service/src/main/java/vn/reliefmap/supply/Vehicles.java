package vn.reliefmap.supply;

import java.util.List;

/** The front door to vehicles. Thread-safe. */
public interface Vehicles {
    /** All vehicles, by name. */
    List<Vehicle> list();
}
