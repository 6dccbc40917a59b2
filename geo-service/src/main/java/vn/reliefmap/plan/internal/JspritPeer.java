package vn.reliefmap.plan.internal;

import com.graphhopper.jsprit.core.algorithm.VehicleRoutingAlgorithm;
import com.graphhopper.jsprit.core.algorithm.box.Jsprit;
import com.graphhopper.jsprit.core.problem.Location;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem;
import com.graphhopper.jsprit.core.problem.job.Service;
import com.graphhopper.jsprit.core.problem.solution.VehicleRoutingProblemSolution;
import com.graphhopper.jsprit.core.problem.solution.route.VehicleRoute;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TimeWindow;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TourActivity;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleImpl;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleTypeImpl;
import com.graphhopper.jsprit.core.util.FastVehicleRoutingTransportCostsMatrix;
import com.graphhopper.jsprit.core.util.Solutions;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vn.reliefmap.plan.internal.PublishedProblem.Customer;

/** A published problem for jsprit as it comes, in the file's own units; only its number of iterations is left open. */
final class JspritPeer {
    private final PublishedProblem problem;

    JspritPeer(PublishedProblem problem) {
        this.problem = problem;
    }

    /** Customers in order, one list per vehicle, after so much processor time of this thread. */
    List<List<Integer>> solve(long seed, Duration time) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long ends = threads.getCurrentThreadCpuTime() + time.toNanos();
        VehicleRoutingAlgorithm algorithm = Jsprit.Builder.newInstance(asVehicleRouting())
                .setRandom(new Random(seed))
                .buildAlgorithm();
        algorithm.setMaxIterations(Integer.MAX_VALUE);
        algorithm.setPrematureAlgorithmTermination(found -> threads.getCurrentThreadCpuTime() >= ends);
        VehicleRoutingProblemSolution best = Solutions.bestOf(algorithm.searchSolutions());
        List<List<Integer>> routes = new ArrayList<>();
        for (VehicleRoute route : best.getRoutes()) {
            List<Integer> customers = new ArrayList<>();
            for (TourActivity activity : route.getActivities()) {
                customers.add(activity.getLocation().getIndex());
            }
            routes.add(customers);
        }
        return routes;
    }

    private VehicleRoutingProblem asVehicleRouting() {
        int places = problem.customers().size();
        Customer depot = problem.customers().get(0);
        VehicleTypeImpl type = VehicleTypeImpl.Builder.newInstance("type")
                .addCapacityDimension(0, problem.capacity())
                .setCostPerDistance(1)
                .build();
        VehicleRoutingProblem.Builder builder = VehicleRoutingProblem.Builder.newInstance()
                .setFleetSize(VehicleRoutingProblem.FleetSize.INFINITE)
                .setRoutingCost(costs(places))
                .addVehicle(VehicleImpl.Builder.newInstance("vehicle")
                        .setStartLocation(Location.newInstance(0))
                        .setType(type)
                        .setLatestArrival(depot.due())
                        .build());
        for (int i = 1; i < places; i++) {
            Customer customer = problem.customers().get(i);
            builder.addJob(Service.Builder.newInstance(String.valueOf(i))
                    .setLocation(Location.newInstance(i))
                    .addSizeDimension(0, (int) customer.demand())
                    .setServiceTime(customer.service())
                    .setTimeWindow(TimeWindow.newInstance(customer.ready(), customer.due()))
                    .build());
        }
        return builder.build();
    }

    private FastVehicleRoutingTransportCostsMatrix costs(int places) {
        FastVehicleRoutingTransportCostsMatrix.Builder costs =
                FastVehicleRoutingTransportCostsMatrix.Builder.newInstance(places, true);
        for (int a = 0; a < places; a++) {
            for (int b = a; b < places; b++) {
                double distance = problem.unscaled(problem.distance(a, b));
                costs.addTransportDistance(a, b, distance);
                costs.addTransportTime(a, b, distance);
            }
        }
        return costs.build();
    }
}
