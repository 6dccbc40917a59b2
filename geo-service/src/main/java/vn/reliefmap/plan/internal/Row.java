package vn.reliefmap.plan.internal;

import java.util.List;
import vn.reliefmap.plan.TimeWindow;

/** What the search found for one vehicle: its trips in order, without times. */
record Row(int vehicle, List<RowTrip> trips) {
    Row {
        trips = List.copyOf(trips);
    }

    /**
     * One loading and the parts carried from there, in order.
     *
     * @param readyS before that loading cannot begin, because the goods are not there yet
     * @param beginS when loading began in the search
     * @param latestS when loading must begin at the latest for all that follows
     */
    record RowTrip(int source, int readyS, int beginS, int latestS, List<Part> parts) {
        RowTrip {
            parts = List.copyOf(parts);
        }

        /** A trip whose times are not known yet. */
        static RowTrip untimed(int source, List<Part> parts) {
            return new RowTrip(source, 0, 0, TimeWindow.END_OF_TIME, parts);
        }

        /** The same trip with goods that come later, and perhaps fewer of them. */
        RowTrip supplied(int from, List<Part> carried) {
            return new RowTrip(source, from, beginS, latestS, carried);
        }
    }
}
