package vn.reliefmap.supply.http;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.access.Callers;
import vn.reliefmap.access.Rights;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.geo.Feature;
import vn.reliefmap.geo.FeatureCollection;
import vn.reliefmap.item.Skill;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.DepotId;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.VehicleId;
import vn.reliefmap.supply.Depot;
import vn.reliefmap.supply.Depots;
import vn.reliefmap.supply.Stock;
import vn.reliefmap.supply.StockLine;
import vn.reliefmap.supply.Vehicle;
import vn.reliefmap.supply.Vehicles;

/** Depots, stock and vehicles. Real ones are for those who carry and steer; everyone sees simulated ones. */
@RestController
class SupplyEndpoint {
    private final Depots depots;
    private final Stock stock;
    private final Vehicles vehicles;
    private final Disasters disasters;

    SupplyEndpoint(Depots depots, Stock stock, Vehicles vehicles, Disasters disasters) {
        this.depots = depots;
        this.stock = stock;
        this.vehicles = vehicles;
        this.disasters = disasters;
    }

    /** In a real disaster simulated depots are left out; in a simulated one all are shown. */
    @GetMapping("/api/v1/depots")
    @OpenTo(Caller.EVERYONE)
    FeatureCollection<DepotAnswer> depots(@RequestParam @Nullable String disaster) {
        boolean realOnly = disaster != null && !disasters.named(disaster).simulated();
        List<Feature<DepotAnswer>> features = depots.list().stream()
                .filter(mayBeSeen())
                .filter(d -> !(realOnly && d.simulated()))
                .map(d -> Feature.of(
                        d.place().point(), new DepotAnswer(d.id().value(), d.ref(), d.name(), d.simulated())))
                .toList();
        return FeatureCollection.of(features, null);
    }

    @GetMapping("/api/v1/stock")
    @OpenTo(Caller.EVERYONE)
    StockList stock(@RequestParam @Nullable UUID depot) {
        if (depot != null) {
            Depot found = depots.get(new DepotId(depot));
            List<StockLine> lines = mayBeSeen().test(found) ? stock.in(found.id()) : List.of();
            return new StockList(lines.stream().map(StockAnswer::of).toList(), null);
        }
        Set<DepotId> seen =
                depots.list().stream().filter(mayBeSeen()).map(Depot::id).collect(Collectors.toSet());
        return new StockList(
                stock.list().stream()
                        .filter(line -> seen.contains(line.depot()))
                        .map(StockAnswer::of)
                        .toList(),
                null);
    }

    @GetMapping("/api/v1/vehicles")
    @OpenTo(Caller.EVERYONE)
    VehicleList vehicles() {
        Rights rights = Callers.rights();
        return new VehicleList(
                vehicles.list().stream()
                        .filter(v -> rights.seesSupplies(v.simulated()))
                        .map(VehicleAnswer::of)
                        .toList(),
                null);
    }

    /** A broken vehicle takes part in no new plan, and marks the plans stale that sent it. */
    @PutMapping("/api/v1/vehicles/{id}/broken")
    @OpenTo(Caller.COORDINATOR)
    VehicleAnswer broken(@PathVariable UUID id, @RequestBody BrokenRequest request) {
        if (request.broken() == null) {
            throw Problem.badField(
                            "BROKEN_MISSING",
                            "broken",
                            "true, false",
                            "Hãy nêu phương tiện hỏng (true) hay chạy được (false).",
                            "Say whether the vehicle is broken (true) or can be sent (false).")
                    .asException();
        }
        return VehicleAnswer.of(vehicles.broken(new VehicleId(id), request.broken()));
    }

    record BrokenRequest(@Nullable Boolean broken) {}

    private static Predicate<Depot> mayBeSeen() {
        Rights rights = Callers.rights();
        return depot -> rights.seesSupplies(depot.simulated());
    }

    record DepotAnswer(UUID id, String ref, String name, boolean simulated) {}

    /** @param next always null: a depot holds at most one line for each item */
    record StockList(List<StockAnswer> items, @Nullable String next) {}

    /** Quantity in the item's unit. */
    record StockAnswer(UUID depotId, String item, BigDecimal quantity, Instant countedAt) {
        static StockAnswer of(StockLine line) {
            return new StockAnswer(
                    line.depot().value(),
                    line.item(),
                    new BigDecimal(line.quantity().stripTrailingZeros().toPlainString()),
                    line.countedAt());
        }
    }

    /** @param next always null */
    record VehicleList(List<VehicleAnswer> items, @Nullable String next) {}

    record VehicleAnswer(
            UUID id,
            String ref,
            String name,
            String vehicleClass,
            UUID depotId,
            double capacityKg,
            double capacityM3,
            List<String> skills,
            boolean simulated,
            @Nullable Instant brokenSince) {
        static VehicleAnswer of(Vehicle v) {
            return new VehicleAnswer(
                    v.id().value(),
                    v.ref(),
                    v.name(),
                    v.vehicleClass().word(),
                    v.depot().value(),
                    v.capacityKg(),
                    v.capacityM3(),
                    v.skills().stream().map(Skill::word).sorted().toList(),
                    v.simulated(),
                    v.brokenSince());
        }
    }
}
