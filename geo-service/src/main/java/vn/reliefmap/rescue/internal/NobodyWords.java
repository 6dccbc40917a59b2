package vn.reliefmap.rescue.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.passability.VehicleClass;
import vn.reliefmap.rescue.Crew;
import vn.reliefmap.rescue.NobodyNear;
import vn.reliefmap.rescue.internal.NearestCrews.Refusal;
import vn.reliefmap.routing.NoWayReason;
import vn.reliefmap.routing.VehicleWords;

/** Says in both languages why nobody was sent; at most the name of a closed road is in it, and no house. */
final class NobodyWords {
    private NobodyWords() {}

    static Refusal noWay(VehicleClass vehicle, @Nullable NoWayReason reason) {
        if (reason == null) {
            return new Refusal("no_way", "không có đường", "no way");
        }
        return switch (reason) {
            case CUT_OFF ->
                new Refusal("cut_off", "đường bị nước chặn hoặc chưa rõ độ sâu", "roads closed by water, or unknown");
            case FAR_FROM_ROAD ->
                new Refusal("far_from_road", "nơi gọi hoặc đội ở xa đường", "the place or the crew is far from roads");
            case NO_CONNECTION -> new Refusal("no_connection", "không có đường nối tới", "no road leads there");
            case FAR_FROM_WATER ->
                new Refusal("far_from_water", "nơi gọi hoặc đội ở xa nước", "the place or the crew is far from water");
            case NO_WATER_BETWEEN ->
                new Refusal(
                        "no_water_between", "không có đường nước đã biết độ sâu", "no water of known depth between");
        };
    }

    static Refusal unknownWater() {
        return new Refusal("unknown_depth", "chỉ có đường nước chưa rõ độ sâu", "only over water of unknown depth");
    }

    static Refusal problem(Problem problem) {
        return new Refusal(problem.code().toLowerCase(Locale.ROOT), problem.vi(), problem.en());
    }

    /** True of all classes. */
    static NobodyNear all(String reason, String vi, String en) {
        return new NobodyNear(null, 0, reason, vi, en);
    }

    static NobodyNear noPlace() {
        return all("no_place", "Chưa rõ ở đâu: hãy gọi lại số máy.", "Nobody knows where: ring the number.");
    }

    /**
     * One line for each class on duty, and one for boats and for wheels when none of them is.
     *
     * @param onDuty all crews on duty
     * @param tried of the free ones: why each class, or a crew of it, does not come
     * @param passed crews that were asked already, and did not come
     */
    static List<NobodyNear> lines(List<Crew> onDuty, Map<VehicleClass, Refusal> tried, Set<Crew> passed) {
        List<NobodyNear> lines = new ArrayList<>();
        Map<VehicleClass, List<Crew>> byClass =
                onDuty.stream().collect(Collectors.groupingBy(Crew::vehicleClass, TreeMap::new, Collectors.toList()));
        byClass.forEach((vehicle, crews) -> {
            Refusal refusal = tried.get(vehicle);
            if (refusal != null) {
                lines.add(line(vehicle, crews.size(), refusal));
            } else if (crews.stream().allMatch(crew -> crew.busy() || passed.contains(crew))) {
                boolean busy = crews.stream().anyMatch(Crew::busy);
                lines.add(line(
                        vehicle,
                        crews.size(),
                        busy
                                ? new Refusal("busy", "đang bận lời gọi khác", "on another call")
                                : new Refusal("asked", "đã hỏi, chưa nhận", "asked, and did not take it")));
            }
        });
        if (byClass.keySet().stream().noneMatch(VehicleClass::floats)) {
            lines.add(all("no_boat", "Không có xuồng nào đang trực.", "No boat is on duty."));
        }
        if (byClass.keySet().stream().noneMatch(VehicleClass::onWheels)) {
            lines.add(all("no_wheels", "Không có xe nào đang trực.", "No vehicle on wheels is on duty."));
        }
        return lines;
    }

    private static NobodyNear line(VehicleClass vehicle, int onDuty, Refusal refusal) {
        return new NobodyNear(
                vehicle.word(),
                onDuty,
                refusal.reason(),
                onDuty + " " + VehicleWords.vi(vehicle) + " đang trực: " + refusal.vi(),
                onDuty + " × " + VehicleWords.en(vehicle) + " on duty: " + refusal.en());
    }
}
