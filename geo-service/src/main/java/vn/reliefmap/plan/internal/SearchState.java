package vn.reliefmap.plan.internal;

import java.util.Arrays;
import vn.reliefmap.plan.Load;

/** The rows of all vehicles, the parts on none of them, and what is left in stock. Changes can be taken back. */
final class SearchState {
    static final int ABSENT = -1;

    final SearchModel model;
    final SearchRoute[] routes;
    final int[] routeOf;
    final int[] absent;
    int absentCount;
    final long[] stock;

    private long iteration;
    private final SearchRoute[] routesBefore;
    private final int[] routeOfBefore;
    private final int[] absentBefore;
    private int absentCountBefore;
    private final long[] stockBefore;
    private final int[] touched;
    private int touchedCount;

    SearchState(SearchModel model) {
        this.model = model;
        routes = new SearchRoute[model.vehicles];
        for (int v = 0; v < routes.length; v++) {
            routes[v] = SearchRoute.empty(model, v);
        }
        routeOf = new int[model.size()];
        Arrays.fill(routeOf, ABSENT);
        absent = new int[model.size()];
        for (int p = 0; p < absent.length; p++) {
            absent[p] = p;
        }
        absentCount = absent.length;
        stock = model.stock();
        routesBefore = routes.clone();
        routeOfBefore = routeOf.clone();
        absentBefore = absent.clone();
        stockBefore = stock.clone();
        touched = new int[model.vehicles];
    }

    /** From here on changes can be taken back. */
    void begin(long newIteration) {
        iteration = newIteration;
        touchedCount = 0;
        absentCountBefore = absentCount;
        System.arraycopy(absent, 0, absentBefore, 0, absentCount);
        System.arraycopy(routeOf, 0, routeOfBefore, 0, routeOf.length);
        System.arraycopy(stock, 0, stockBefore, 0, stock.length);
    }

    void takeBack() {
        for (int i = 0; i < touchedCount; i++) {
            routes[touched[i]] = routesBefore[touched[i]];
        }
        absentCount = absentCountBefore;
        System.arraycopy(absentBefore, 0, absent, 0, absentCount);
        System.arraycopy(routeOfBefore, 0, routeOf, 0, routeOf.length);
        System.arraycopy(stockBefore, 0, stock, 0, stock.length);
    }

    private SearchRoute own(int vehicle) {
        SearchRoute route = routes[vehicle];
        if (route.owner != iteration) {
            routesBefore[vehicle] = route;
            touched[touchedCount++] = vehicle;
            route = route.copy(iteration);
            routes[vehicle] = route;
        }
        return route;
    }

    /** Takes parts (marked by their position) off a vehicle. */
    void remove(int vehicle, boolean[] marked) {
        SearchRoute route = own(vehicle);
        int source = 0;
        for (int i = 0; i < route.length; i++) {
            int node = route.nodes[i];
            if (node < 0) {
                source = ~node;
            } else if (marked[i]) {
                letGo(node, source);
            }
        }
        route.removeMarked(marked);
        if (!route.refresh()) {
            // Only where a detour is quicker than the way itself, as with rounded tables: begin this vehicle anew.
            for (int i = 0; i < route.length; i++) {
                int node = route.nodes[i];
                if (node < 0) {
                    source = ~node;
                } else {
                    letGo(node, source);
                }
            }
            route.length = 0;
            route.refresh();
        }
    }

    private void letGo(int part, int source) {
        routeOf[part] = ABSENT;
        absent[absentCount++] = part;
        long[] quantity = model.quantity[part];
        for (int g = 0; g < quantity.length; g++) {
            stock[model.pool[source] * model.goods + g] += quantity[g];
        }
    }

    boolean inStock(int part, int source) {
        long[] quantity = model.quantity[part];
        int first = model.pool[source] * model.goods;
        for (int g = 0; g < quantity.length; g++) {
            if (quantity[g] > stock[first + g]) {
                return false;
            }
        }
        return true;
    }

    /** What is left for a source to give. */
    Load stockLeft(int source) {
        int first = model.pool[source] * model.goods;
        return Load.ofThousandths(Arrays.copyOfRange(stock, first, first + model.goods));
    }

    /**
     * Puts an absent part on a vehicle.
     *
     * @param newTripFrom source where a new trip for it is loaded, or −1 to go with the trip that is there
     * @return false, and nothing is changed, when the row could not be driven in time after all
     */
    boolean insert(int part, int vehicle, int position, int newTripFrom) {
        SearchRoute route = own(vehicle);
        int at = position;
        if (newTripFrom >= 0) {
            route.insert(at++, ~newTripFrom);
        }
        route.insert(at, part);
        int source = route.sourceAt(at);
        if (!route.refresh()) {
            boolean[] marked = new boolean[route.length];
            marked[at] = true;
            route.removeMarked(marked);
            route.refresh();
            return false;
        }
        routeOf[part] = vehicle;
        long[] quantity = model.quantity[part];
        for (int g = 0; g < quantity.length; g++) {
            stock[model.pool[source] * model.goods + g] -= quantity[g];
        }
        return true;
    }

    double routesCost() {
        double sum = 0;
        for (SearchRoute route : routes) {
            sum += route.cost;
        }
        return sum;
    }

    double cost() {
        double sum = routesCost();
        for (int i = 0; i < absentCount; i++) {
            sum += model.penalty[absent[i]];
        }
        return sum;
    }
}
