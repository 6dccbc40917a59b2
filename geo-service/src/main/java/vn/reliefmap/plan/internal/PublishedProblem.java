package vn.reliefmap.plan.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.plan.Good;
import vn.reliefmap.plan.Load;
import vn.reliefmap.plan.Source;
import vn.reliefmap.plan.Stop;
import vn.reliefmap.plan.TimeWindow;
import vn.reliefmap.plan.TourProblem;
import vn.reliefmap.plan.TourVehicle;
import vn.reliefmap.plan.TravelTable;
import vn.reliefmap.plan.Weights;

/**
 * A published benchmark instance (Solomon's with time windows, or Uchoa's without) as a problem of ours. One unit of time or
 * distance of the file becomes {@code rounding.scale} whole ones, since our tables hold whole numbers.
 *
 * @param customers rows of the file, the depot first
 */
record PublishedProblem(String name, int vehicles, int capacity, List<Customer> customers, Rounding rounding) {
    /** One row of the file. */
    record Customer(double x, double y, double demand, double ready, double due, double service) {}

    /** How distances are taken from coordinates; results under different conventions must not be compared. */
    enum Rounding {
        /** Cut after the first decimal, as for Solomon's {@code .sol} files. */
        ONE_DECIMAL(10),
        /** To the nearest whole number, as for Uchoa's. */
        NEAREST(1),
        /** Exact, to 10⁻⁴. */
        EXACT(10_000);

        final int scale;

        Rounding(int scale) {
            this.scale = scale;
        }
    }

    static PublishedProblem solomon(Path file, Rounding rounding) throws IOException {
        List<double[]> rows = numbers(Files.readAllLines(file));
        List<Customer> customers = rows.stream()
                .filter(row -> row.length == 7)
                .map(row -> new Customer(row[1], row[2], row[3], row[4], row[5], row[6]))
                .toList();
        double[] fleet =
                rows.stream().filter(row -> row.length == 2).findFirst().orElseThrow();
        return new PublishedProblem(nameOf(file), (int) fleet[0], (int) fleet[1], customers, rounding);
    }

    /** Without windows, and with as many vehicles as customers: their number is not limited. */
    static PublishedProblem uchoa(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        int capacity = lines.stream()
                .filter(line -> line.startsWith("CAPACITY"))
                .mapToInt(line ->
                        Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElseThrow();
        List<double[]> rows = numbers(lines);
        List<double[]> places = rows.stream().filter(row -> row.length == 3).toList();
        List<double[]> demands = rows.stream().filter(row -> row.length == 2).toList();
        List<Customer> customers = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            customers.add(
                    new Customer(places.get(i)[1], places.get(i)[2], demands.get(i)[1], 0, TimeWindow.END_OF_TIME, 0));
        }
        return new PublishedProblem(nameOf(file), places.size(), capacity, customers, Rounding.NEAREST);
    }

    private static String nameOf(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static List<double[]> numbers(List<String> lines) {
        return lines.stream()
                .map(String::strip)
                .filter(line -> line.matches("[-0-9.eE\\s]+"))
                .map(line -> Arrays.stream(line.split("\\s+"))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
    }

    int distance(int a, int b) {
        Customer from = customers.get(a);
        Customer to = customers.get(b);
        double d = Math.hypot(from.x() - to.x(), from.y() - to.y());
        return (int) (rounding == Rounding.ONE_DECIMAL ? Math.floor(d * 10) : Math.rint(d * rounding.scale));
    }

    int scaled(double value) {
        return (int) Math.min(TimeWindow.END_OF_TIME, Math.rint(value * rounding.scale));
    }

    /** The cost in the file's unit. */
    double unscaled(double cost) {
        return cost / rounding.scale;
    }

    TourProblem asTours() {
        int places = customers.size();
        TourVehicle vehicle = TourVehicle.at(
                0,
                VehicleClass.TRUCK,
                capacity,
                1,
                new TimeWindow(0, scaled(customers.get(0).due())),
                1);
        List<Stop> stops = new ArrayList<>();
        long total = 0;
        for (int i = 1; i < places; i++) {
            Customer row = customers.get(i);
            total += (long) row.demand();
            stops.add(new Stop(
                    i,
                    Load.ofUnits((long) row.demand()),
                    scaled(row.service()),
                    new TimeWindow(scaled(row.ready()), scaled(row.due())),
                    Set.of(),
                    Set.of(),
                    false,
                    0));
        }
        return new TourProblem(
                List.of(new Good("unit", 1, 0)),
                List.of(Source.depot(0, Load.ofUnits(total))),
                Collections.nCopies(vehicles, vehicle),
                stops,
                Map.of(VehicleClass.TRUCK, TravelTable.of(places, this::distance)),
                Weights.DISTANCE);
    }

    /** The cost of routes (rows of the file in order, without the depot), in the file's unit. */
    double cost(List<List<Integer>> routes) {
        long sum = 0;
        for (List<Integer> route : routes) {
            int at = 0;
            for (int next : route) {
                sum += distance(at, next);
                at = next;
            }
            sum += distance(at, 0);
        }
        return unscaled((double) sum);
    }

    /** True when the routes serve each customer once, within capacity and windows. */
    boolean holds(List<List<Integer>> routes) {
        Set<Integer> served = new HashSet<>();
        for (List<Integer> route : routes) {
            double load = 0;
            long time = 0;
            int at = 0;
            for (int next : route) {
                Customer customer = customers.get(next);
                load += customer.demand();
                time = Math.max(time + distance(at, next), scaled(customer.ready()));
                if (!served.add(next) || load > capacity || time > scaled(customer.due())) {
                    return false;
                }
                time += scaled(customer.service());
                at = next;
            }
            if (time + distance(at, 0) > scaled(customers.get(0).due())) {
                return false;
            }
        }
        return served.size() == customers.size() - 1;
    }

    /** The cost that the {@code .sol} file beside an instance states. */
    static double bestKnown(Path instance) throws IOException {
        String solution = instance.getFileName().toString().replaceFirst("\\.[a-z]+$", ".sol");
        return Files.readAllLines(instance.resolveSibling(solution)).stream()
                .filter(line -> line.startsWith("Cost"))
                .mapToDouble(line -> Double.parseDouble(line.substring(4).strip()))
                .findFirst()
                .orElseThrow();
    }
}
