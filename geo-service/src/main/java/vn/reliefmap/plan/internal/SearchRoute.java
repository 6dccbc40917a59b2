package vn.reliefmap.plan.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What one vehicle does, as a row of nodes: a part is its index, loading at source s is {@code ~s} (below 0) and begins a
 * trip. Keeps for each node when it happens at the earliest and when it may happen at the latest, so that an insertion is
 * judged without walking the row.
 */
final class SearchRoute {
    final SearchModel model;
    final int vehicle;
    /** Iteration that made this copy; only that one may change it. */
    final long owner;

    int[] nodes;
    int length;
    int trips;
    int partCount;
    double cost;

    int[] places;
    /** When the vehicle is done at the node, at the earliest. */
    int[] departS;
    /** When it must be there at the latest. */
    int[] latestS;
    /** At a loading node: what its trip carries. */
    double[] tripKg;

    double[] tripM3;
    /** Price of one second of delay from this node on. */
    double[] delayCost;

    SearchRoute(SearchModel model, int vehicle, long owner, int room) {
        this.model = model;
        this.vehicle = vehicle;
        this.owner = owner;
        nodes = new int[room];
        places = new int[room];
        departS = new int[room];
        latestS = new int[room];
        tripKg = new double[room];
        tripM3 = new double[room];
        delayCost = new double[room];
    }

    static SearchRoute empty(SearchModel model, int vehicle) {
        return new SearchRoute(model, vehicle, -1, 8);
    }

    /** A copy to be changed in this iteration. */
    SearchRoute copy(long iteration) {
        SearchRoute copy = new SearchRoute(model, vehicle, iteration, Math.max(8, length + 4));
        System.arraycopy(nodes, 0, copy.nodes, 0, length);
        System.arraycopy(places, 0, copy.places, 0, length);
        System.arraycopy(departS, 0, copy.departS, 0, length);
        System.arraycopy(latestS, 0, copy.latestS, 0, length);
        System.arraycopy(tripKg, 0, copy.tripKg, 0, length);
        System.arraycopy(tripM3, 0, copy.tripM3, 0, length);
        System.arraycopy(delayCost, 0, copy.delayCost, 0, length);
        copy.length = length;
        copy.trips = trips;
        copy.partCount = partCount;
        copy.cost = cost;
        return copy;
    }

    void insert(int position, int node) {
        if (length == nodes.length) {
            grow(length * 2);
        }
        System.arraycopy(nodes, position, nodes, position + 1, length - position);
        nodes[position] = node;
        length++;
    }

    private void grow(int room) {
        nodes = Arrays.copyOf(nodes, room);
        places = new int[room];
        departS = new int[room];
        latestS = new int[room];
        tripKg = new double[room];
        tripM3 = new double[room];
        delayCost = new double[room];
    }

    /** Takes out the nodes that are marked, and trips that have nothing left to carry. */
    void removeMarked(boolean[] marked) {
        int kept = 0;
        for (int i = 0; i < length; i++) {
            if (!marked[i]) {
                nodes[kept++] = nodes[i];
            }
        }
        length = kept;
        kept = 0;
        for (int i = 0; i < length; i++) {
            boolean emptyTrip = nodes[i] < 0 && (i + 1 == length || nodes[i + 1] < 0);
            if (!emptyTrip) {
                nodes[kept++] = nodes[i];
            }
        }
        length = kept;
    }

    /** Works out all times, loads and the cost anew; false when the row cannot be driven in time. */
    boolean refresh() {
        trips = 0;
        partCount = 0;
        cost = length > 0 ? model.firstUseCost[vehicle] : 0;
        int[] durations = model.durations[vehicle];
        double[] costs = model.costs[vehicle];
        int width = model.places;
        int at = model.startPlace[vehicle];
        int time = model.readyS[vehicle];
        int trip = 0;
        for (int i = 0; i < length; i++) {
            int node = nodes[i];
            int opens;
            int closes;
            int takes;
            if (node < 0) {
                var source = model.sources.get(~node);
                places[i] = source.place();
                opens = source.open().fromS();
                closes = source.open().toS();
                takes = source.loadingS();
                trip = i;
                tripKg[i] = 0;
                tripM3[i] = 0;
                trips++;
            } else {
                places[i] = model.place[node];
                opens = model.opens[node];
                closes = model.closes[node];
                takes = model.service[node];
                tripKg[trip] += model.kg[node];
                tripM3[trip] += model.m3[node];
                partCount++;
            }
            int way = at * width + places[i];
            time = Math.max(time + durations[way], opens);
            if (time > closes) {
                return false;
            }
            cost += costs[way];
            if (node >= 0) {
                cost += model.waitCost[node] * time + moveCost(node);
            }
            latestS[i] = closes;
            time += takes;
            departS[i] = time;
            at = places[i];
        }
        return length == 0 || backwards(durations, width);
    }

    double moveCost(int part) {
        int before = model.parts.get(part).before();
        return before >= 0 && before != vehicle ? model.weights.perMove() : 0;
    }

    private boolean backwards(int[] durations, int width) {
        int home = model.homePlace[vehicle];
        int last = length - 1;
        int homeward = home < 0 ? 0 : durations[places[last] * width + home];
        if (home >= 0) {
            cost += model.costs[vehicle][places[last] * width + home];
        }
        int must = model.endS[vehicle] - homeward;
        double delay = 0;
        for (int i = last; i >= 0; i--) {
            int node = nodes[i];
            int takes = node < 0 ? model.sources.get(~node).loadingS() : model.service[node];
            latestS[i] = Math.min(latestS[i], must - takes);
            if (departS[i] - takes > latestS[i]) {
                return false;
            }
            delay += node < 0 ? 0 : model.waitCost[node];
            delayCost[i] = delay;
            int from = i == 0 ? model.startPlace[vehicle] : places[i - 1];
            must = latestS[i] - durations[from * width + places[i]];
        }
        return true;
    }

    /** When the vehicle is home, or done when it has no home. */
    int endsAtS() {
        if (length == 0) {
            return model.readyS[vehicle];
        }
        int home = model.homePlace[vehicle];
        int done = departS[length - 1];
        return home < 0 ? done : done + model.seconds(vehicle, places[length - 1], home);
    }

    int indexOf(int part) {
        for (int i = 0; i < length; i++) {
            if (nodes[i] == part) {
                return i;
            }
        }
        throw new IllegalStateException("part " + part + " is not on vehicle " + vehicle);
    }

    /** True when the last trip has room for one more part. */
    boolean roomAtEnd(int part) {
        int marker = length - 1;
        while (nodes[marker] >= 0) {
            marker--;
        }
        return tripKg[marker] + model.kg[part] <= model.capacityKg[vehicle]
                && tripM3[marker] + model.m3[part] <= model.capacityM3[vehicle];
    }

    Row row() {
        List<Row.RowTrip> rowTrips = new ArrayList<>();
        int i = 0;
        while (i < length) {
            int marker = i++;
            int source = ~nodes[marker];
            List<Part> parts = new ArrayList<>();
            while (i < length && nodes[i] >= 0) {
                parts.add(model.parts.get(nodes[i++]));
            }
            int beginS = departS[marker] - model.sources.get(source).loadingS();
            rowTrips.add(new Row.RowTrip(source, 0, beginS, latestS[marker], parts));
        }
        return new Row(vehicle, rowTrips);
    }

    /** The source where the trip that contains a position is loaded. */
    int sourceAt(int position) {
        int i = position;
        while (nodes[i] >= 0) {
            i--;
        }
        return ~nodes[i];
    }
}
