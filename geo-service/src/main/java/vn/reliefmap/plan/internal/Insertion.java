package vn.reliefmap.plan.internal;

import java.util.SplittableRandom;

/**
 * Finds the cheapest place for one part. Passes over some places at random ("blinks"), so that the search does not make the
 * same choice each time.
 */
final class Insertion {
    private static final double BLINK = 0.01;

    private final SearchModel model;
    private final SearchState state;
    private final SplittableRandom random;
    private final boolean[] inStock;
    private final long[] kindSeen;
    private long look;
    private int untilBlink;

    double bestDelta;
    int bestVehicle;
    int bestPosition;
    int bestSource;

    Insertion(SearchState state, SplittableRandom random) {
        this.model = state.model;
        this.state = state;
        this.random = random;
        inStock = new boolean[model.sources.size()];
        kindSeen = new long[model.vehicles];
        drawBlink();
    }

    private void drawBlink() {
        untilBlink = (int) (Math.log(1 - random.nextDouble()) / Math.log(1 - BLINK));
    }

    private boolean blinks() {
        if (--untilBlink < 0) {
            drawBlink();
            return true;
        }
        return false;
    }

    /** True when there is a place; the fields then say which is the cheapest. */
    boolean find(int part) {
        bestDelta = Double.POSITIVE_INFINITY;
        bestVehicle = -1;
        look++;
        for (int s = 0; s < inStock.length; s++) {
            inStock[s] = state.inStock(part, s);
        }
        for (int v = 0; v < model.vehicles; v++) {
            if (!model.mayServe[v][part]) {
                continue;
            }
            SearchRoute route = state.routes[v];
            if (route.length == 0) {
                int kind = model.kind[v];
                boolean again = kindSeen[kind] == look;
                kindSeen[kind] = look;
                // After the first of a kind the others are the same, but for the one that came in the plan before.
                if (again && model.parts.get(part).before() != v) {
                    continue;
                }
            } else {
                alongTrips(route, part);
            }
            if (route.trips < model.tripsLeft[v]) {
                asNewTrip(route, part);
            }
        }
        return bestVehicle >= 0;
    }

    private void alongTrips(SearchRoute route, int part) {
        int vehicle = route.vehicle;
        int[] durations = model.durations[vehicle];
        double[] costs = model.costs[vehicle];
        int width = model.places;
        int place = model.place[part];
        int opens = model.opens[part];
        int closes = model.closes[part];
        int service = model.service[part];
        double waitCost = model.waitCost[part];
        double roomKg = model.capacityKg[vehicle] - model.kg[part];
        double roomM3 = model.capacityM3[vehicle] - model.m3[part];
        double always = route.moveCost(part);
        int home = model.homePlace[vehicle];
        boolean fits = false;
        int length = route.length;
        for (int i = 1; i <= length; i++) {
            int before = route.nodes[i - 1];
            if (before < 0) {
                fits = inStock[~before] && route.tripKg[i - 1] <= roomKg && route.tripM3[i - 1] <= roomM3;
            }
            if (route.departS[i - 1] > closes) {
                return;
            }
            if (!fits || blinks()) {
                continue;
            }
            int from = route.places[i - 1];
            int there = from * width + place;
            int begin = Math.max(route.departS[i - 1] + durations[there], opens);
            if (begin > closes) {
                continue;
            }
            double delta = always + costs[there] + waitCost * begin;
            int done = begin + service;
            if (i < length) {
                int onward = place * width + route.places[i];
                int next = done + durations[onward];
                if (next > route.latestS[i]) {
                    continue;
                }
                delta += costs[onward] - costs[from * width + route.places[i]];
                if (route.delayCost[i] > 0) {
                    delta += route.delayCost[i] * delay(route, i, next);
                }
            } else if (home >= 0) {
                int onward = place * width + home;
                if (done + durations[onward] > model.endS[vehicle]) {
                    continue;
                }
                delta += costs[onward] - costs[from * width + home];
            } else if (done > model.endS[vehicle]) {
                continue;
            }
            if (delta < bestDelta) {
                keep(delta, vehicle, i, -1);
            }
        }
    }

    private int delay(SearchRoute route, int position, int arriveS) {
        int node = route.nodes[position];
        int takes = node < 0 ? model.sources.get(~node).loadingS() : model.service[node];
        return Math.max(0, arriveS - (route.departS[position] - takes));
    }

    /** Before the first trip, between two, and after the last. */
    private void asNewTrip(SearchRoute route, int part) {
        for (int i = 0; i <= route.length; i++) {
            if (i == route.length || route.nodes[i] < 0) {
                for (int s = 0; s < inStock.length; s++) {
                    if (inStock[s] && model.mayLoad[route.vehicle][s] && !blinks()) {
                        newTrip(route, part, i, s);
                    }
                }
            }
        }
    }

    private void newTrip(SearchRoute route, int part, int position, int sourceIndex) {
        int vehicle = route.vehicle;
        int[] durations = model.durations[vehicle];
        double[] costs = model.costs[vehicle];
        int width = model.places;
        var source = model.sources.get(sourceIndex);
        int from = position == 0 ? model.startPlace[vehicle] : route.places[position - 1];
        int free = position == 0 ? model.readyS[vehicle] : route.departS[position - 1];
        int load = Math.max(
                free + durations[from * width + source.place()], source.open().fromS());
        if (load > source.open().toS()) {
            return;
        }
        int there = source.place() * width + model.place[part];
        int begin = Math.max(load + source.loadingS() + durations[there], model.opens[part]);
        int done = begin + model.service[part];
        if (begin > model.closes[part]) {
            return;
        }
        double delta = route.moveCost(part)
                + costs[from * width + source.place()]
                + costs[there]
                + model.waitCost[part] * begin;
        if (route.length == 0) {
            delta += model.firstUseCost[vehicle];
        }
        int home = model.homePlace[vehicle];
        if (position < route.length) {
            int onward = model.place[part] * width + route.places[position];
            if (done + durations[onward] > route.latestS[position]) {
                return;
            }
            delta += costs[onward] - costs[from * width + route.places[position]];
            delta += route.delayCost[position] * delay(route, position, done + durations[onward]);
        } else if (home >= 0) {
            int onward = model.place[part] * width + home;
            if (done + durations[onward] > model.endS[vehicle]) {
                return;
            }
            delta += costs[onward] - (route.length == 0 ? 0 : costs[from * width + home]);
        } else if (done > model.endS[vehicle]) {
            return;
        }
        if (delta < bestDelta) {
            keep(delta, vehicle, position, sourceIndex);
        }
    }

    private void keep(double delta, int vehicle, int position, int source) {
        bestDelta = delta;
        bestVehicle = vehicle;
        bestPosition = position;
        bestSource = source;
    }
}
