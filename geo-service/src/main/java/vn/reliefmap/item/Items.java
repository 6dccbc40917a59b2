package vn.reliefmap.item;

import java.util.List;
import java.util.Optional;

/** The front door to the catalogue. Thread-safe; held in memory until the catalogue changes. */
public interface Items {
    /** Throws an {@code UNKNOWN_ITEM} problem (400) when no item, retired ones included, has the code. */
    Item get(String code);

    /** By code, retired ones included. */
    Optional<Item> find(String code);

    /** The items in use, in the order of the file. */
    List<Item> list();
}
