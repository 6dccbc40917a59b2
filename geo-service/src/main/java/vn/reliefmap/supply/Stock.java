package vn.reliefmap.supply;

import java.util.List;
import vn.reliefmap.kernel.DepotId;

/** The front door to what lies in the depots. Thread-safe. */
public interface Stock {
    /** Everything in every depot, by depot and item. */
    List<StockLine> list();

    /** Everything in one depot, by item; empty when there is nothing. */
    List<StockLine> in(DepotId depot);
}
