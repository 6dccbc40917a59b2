package vn.reliefmap.exposure.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.access.Callers;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.exposure.CutOff;
import vn.reliefmap.exposure.CutOffReport;
import vn.reliefmap.flood.Waters;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.passability.VehicleClass;

/** Who is cut off. What is told of few households is joined for those who may not see homes. */
@RestController
class CutOffEndpoint {
    private final CutOff cutOff;
    private final Waters waters;
    private final Disasters disasters;

    CutOffEndpoint(CutOff cutOff, Waters waters, Disasters disasters) {
        this.cutOff = cutOff;
        this.waters = waters;
        this.disasters = disasters;
    }

    @GetMapping("/api/v1/cut-off")
    @OpenTo(Caller.EVERYONE)
    CutOffAnswer cutOff(
            @RequestParam String disaster,
            @RequestParam(required = false) @Nullable String vehicle,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(required = false) @Nullable String boat) {
        Disaster named = disasters.named(disaster);
        VehicleClass vehicleClass = VehicleClass.parse(vehicle);
        Instant moment = waters.moment(named.id(), at);
        boolean all = Callers.rights().seesSmallSums(named.simulated());
        return CutOffAnswer.of(
                moment,
                boat == null
                        ? all
                                ? cutOff.exact(named, vehicleClass, moment)
                                : cutOff.forEveryone(named, vehicleClass, moment)
                        : withLandings(named, vehicleClass, boat(boat), moment, all));
    }

    /** The landings alone, for a page that has the list already: a tenth of its bytes. */
    @GetMapping("/api/v1/cut-off/landings")
    @OpenTo(Caller.EVERYONE)
    LandingsAnswer landings(
            @RequestParam String disaster,
            @RequestParam(required = false) @Nullable String vehicle,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam String boat) {
        return LandingsAnswer.of(cutOff(disaster, vehicle, at, boat));
    }

    private CutOffReport withLandings(
            Disaster disaster, VehicleClass vehicle, VehicleClass boat, Instant at, boolean all) {
        return all
                ? cutOff.exactWithLandings(disaster, vehicle, boat, at)
                : cutOff.forEveryoneWithLandings(disaster, vehicle, boat, at);
    }

    private static VehicleClass boat(String word) {
        for (VehicleClass vehicle : VehicleClass.values()) {
            if (vehicle.floats() && vehicle.word().equals(word)) {
                return vehicle;
            }
        }
        throw Problem.badField(
                        "UNKNOWN_BOAT",
                        "boat",
                        "motor_boat paddle_boat",
                        "Không có loại thuyền này. Các loại: motor_boat (xuồng máy), paddle_boat (thuyền chèo).",
                        "There is no such boat. The classes are: motor_boat paddle_boat.")
                .asException();
    }
}
