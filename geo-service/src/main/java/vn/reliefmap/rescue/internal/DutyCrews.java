package vn.reliefmap.rescue.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.VehicleId;
import vn.reliefmap.rescue.Crew;
import vn.reliefmap.rescue.Crews;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.OnceOnly;
import vn.reliefmap.store.Topic;
import vn.reliefmap.supply.Vehicle;
import vn.reliefmap.supply.Vehicles;

/** Crews as they sign on and off. */
@Component
class DutyCrews implements Crews {
    private final CrewTable table;
    private final SosTable calls;
    private final SosActs acts;
    private final Vehicles vehicles;
    private final Changes changes;
    private final RescueSettings settings;
    private final Clock clock = Clock.systemUTC();

    DutyCrews(
            CrewTable table,
            SosTable calls,
            SosActs acts,
            Vehicles vehicles,
            Changes changes,
            RescueSettings settings) {
        this.table = table;
        this.calls = calls;
        this.acts = acts;
        this.vehicles = vehicles;
        this.changes = changes;
        this.settings = settings;
    }

    @Override
    @Transactional
    public Crew signOn(UUID id, UUID account, VehicleId vehicleId, @Nullable LonLat place, boolean byTruck) {
        Vehicle vehicle = vehicles.list().stream()
                .filter(each -> each.id().equals(vehicleId))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(
                                "VEHICLE_NOT_FOUND",
                                "vehicle",
                                "Không có phương tiện mang mã này.",
                                "There is no vehicle of this id.")
                        .asException());
        if (byTruck && !vehicle.vehicleClass().floats()) {
            throw Problem.badField(
                            "CREW_BY_TRUCK",
                            "by_truck",
                            "true for boats only",
                            "Chỉ xuồng, thuyền mới được xe tải chở đi.",
                            "Only a boat is carried by a truck.")
                    .asException();
        }
        if (vehicle.brokenSince() != null) {
            throw new Problem(
                            "VEHICLE_BROKEN",
                            409,
                            "Phương tiện đang được ghi là hỏng; nhờ điều phối ghi lại là chạy được.",
                            "The vehicle is marked as broken; ask a coordinator to mark it as mended.",
                            "vehicle",
                            null)
                    .asException();
        }
        Instant now = clock.instant();
        boolean added = table.add(id, account, vehicleId, place, byTruck, now, now.plus(settings.dutyLasts));
        Optional<Crew> crew = table.find(id);
        if (crew.isEmpty()) {
            throw new Problem(
                            "CREW_TAKEN",
                            409,
                            "Phương tiện này đã có đội khác đang trực.",
                            "This vehicle is on duty already.",
                            "vehicle",
                            null)
                    .asException();
        }
        if (!crew.get().account().equals(account) || !crew.get().vehicle().equals(vehicleId)) {
            throw OnceOnly.taken().asException();
        }
        if (added) {
            calls.lookAgain(now);
            changes.announce(Topic.SOS);
        }
        return crew.get();
    }

    @Override
    @Transactional
    public Crew move(UUID id, LonLat place) {
        Instant now = clock.instant();
        Crew before = get(id);
        table.move(id, place, now, now.plus(settings.dutyLasts));
        if (!before.busy()) {
            calls.lookAgainAfter(settings.lookAgain.minus(settings.moveRest), now);
        }
        changes.announce(Topic.SOS);
        return get(id);
    }

    @Override
    @Transactional
    public void signOff(UUID id) {
        acts.crewIsGone(id, "signed_off", clock.instant());
    }

    @Override
    public Crew get(UUID id) {
        return table.find(id).orElseThrow(() -> Crews.notFound().asException());
    }

    @Override
    public List<Crew> list() {
        return table.list();
    }
}
