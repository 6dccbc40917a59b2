package vn.reliefmap.plan.internal.making;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import vn.reliefmap.cluster.DeliveryZones;
import vn.reliefmap.cluster.Demand;
import vn.reliefmap.cluster.ZoneCapacity;
import vn.reliefmap.cluster.ZoneReport;
import vn.reliefmap.item.Item;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.supply.Vehicle;

/** Delivery zones under the worst water of the plan as stops, for the class that gets through the deepest water first; what it does not reach, for the next. */
@Component
class RoadStops {
    private final DeliveryZones zones;

    RoadStops(DeliveryZones zones) {
        this.zones = zones;
    }

    /**
     * @param stops with members of the demand that was asked for
     * @param cutOff members behind water for every class on wheels
     * @param farFromRoad members with no road near
     */
    record Reached(List<StopDraft> stops, List<Integer> cutOff, List<Integer> farFromRoad) {}

    Reached find(PlanParts parts, Demand demand) {
        List<StopDraft> stops = new ArrayList<>();
        List<Integer> waiting = IntStream.range(0, demand.size()).boxed().toList();
        List<Integer> far = new ArrayList<>();
        List<Integer> cutOff = new ArrayList<>(waiting);
        for (VehicleClass vehicle : wheels(parts)) {
            if (waiting.isEmpty()) {
                break;
            }
            int[] some = waiting.stream().mapToInt(Integer::intValue).toArray();
            ZoneReport report = zones.of(
                    PickedDemand.of(demand, some),
                    parts.disaster(),
                    vehicle,
                    parts.startsAt(),
                    parts.endsAt(),
                    capacity(parts, demand, vehicle));
            for (ZoneReport.Zone zone : report.zones()) {
                if (!zone.part() || isFirstPart(stops, zone, some)) {
                    stops.add(new StopDraft(
                            zone.stop(),
                            zone.members().stream().map(m -> some[m]).toList(),
                            zone.walk().longestM(),
                            Objects.requireNonNullElse(zone.walk().cannotWade(), 0),
                            StopDraft.Kind.ROAD));
                }
            }
            cutOff = members(report, some);
            List<Integer> reached =
                    stops.stream().flatMap(s -> s.members().stream()).toList();
            List<Integer> left = new ArrayList<>(waiting);
            left.removeAll(new HashSet<>(reached));
            far = new ArrayList<>(left);
            far.removeAll(new HashSet<>(cutOff));
            waiting = left;
        }
        return new Reached(stops, cutOff, far);
    }

    /** A household that needs several loads is one stop here: the search for tours cuts it again. */
    private static boolean isFirstPart(List<StopDraft> stops, ZoneReport.Zone zone, int[] some) {
        List<Integer> members = zone.members().stream().map(m -> some[m]).toList();
        return stops.stream().noneMatch(stop -> stop.members().equals(members));
    }

    private static List<Integer> members(ZoneReport report, int[] some) {
        return report.cutOff().stream()
                .flatMap(island -> island.members().stream())
                .map(m -> some[m])
                .toList();
    }

    private static List<VehicleClass> wheels(PlanParts parts) {
        return parts.classes().stream()
                .filter(VehicleClass::onWheels)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** A single piece that is larger than every vehicle gets a stop too: then the search says so, by how much. */
    private static ZoneCapacity capacity(PlanParts parts, Demand demand, VehicleClass vehicle) {
        Vehicle largest = parts.vehicles().stream()
                .filter(v -> v.vehicleClass() == vehicle)
                .max(Comparator.comparingDouble(Vehicle::capacityKg))
                .orElseThrow();
        double kg = largest.capacityKg();
        double m3 = largest.capacityM3();
        for (int place = 0; place < demand.size(); place++) {
            for (int line = 0; line < demand.lines(place); line++) {
                if (demand.carryMilli(place, line) > 0) {
                    Item item = parts.items().get(demand.item(place, line));
                    kg = Math.max(kg, item.massKg());
                    m3 = Math.max(m3, item.volumeM3());
                }
            }
        }
        return new ZoneCapacity(kg, m3, false);
    }
}
