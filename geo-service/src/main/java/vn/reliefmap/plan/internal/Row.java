package vn.reliefmap.plan.internal;

import java.util.List;

/** What the search found for one vehicle: its trips in order, without times. */
record Row(int vehicle, List<RowTrip> trips) {
    Row {
        trips = List.copyOf(trips);
    }

    /**
     * One loading and the parts carried from there, in order.
     *
     * @param readyS before that loading cannot begin, because the goods are not there yet
     */
    record RowTrip(int source, int readyS, List<Part> parts) {
        RowTrip {
            parts = List.copyOf(parts);
        }
    }
}
