package vn.reliefmap.rescue.http;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.VehicleId;
import vn.reliefmap.rescue.Crew;
import vn.reliefmap.rescue.Crews;

/** Duty of crews: a team signs its own vehicle on and off and says where it is; coordinators see and do all. */
@RestController
class CrewEndpoint {
    private final Crews crews;

    CrewEndpoint(Crews crews) {
        this.crews = crews;
    }

    /** The same request again gives the same answer. */
    @PostMapping("/api/v1/crews")
    @OpenTo({Caller.TEAM, Caller.COORDINATOR})
    @ResponseStatus(HttpStatus.CREATED)
    CrewAnswer signOn(@RequestBody CrewRequest request) {
        return CrewAnswer.of(crews.signOn(
                Problem.required(request.id(), "id"),
                Sight.account(),
                new VehicleId(Problem.required(request.vehicle(), "vehicle")),
                place(request.at()),
                Boolean.TRUE.equals(request.byTruck())));
    }

    /** A team's own, a coordinator's all; to both which vehicles are on duty with whomever, so that nobody chooses one in vain. */
    @GetMapping("/api/v1/crews")
    @OpenTo({Caller.TEAM, Caller.COORDINATOR})
    CrewList list() {
        List<Crew> all = crews.list();
        return new CrewList(
                all.stream().filter(Sight::sees).map(CrewAnswer::of).toList(),
                all.stream().map(crew -> crew.vehicle().value()).toList(),
                null);
    }

    /** Where the crew is now; its duty goes on from here. */
    @PutMapping("/api/v1/crews/{id}/place")
    @OpenTo({Caller.TEAM, Caller.COORDINATOR})
    CrewAnswer move(@PathVariable UUID id, @RequestBody PlaceRequest request) {
        Crew crew = Sight.required(crews.get(id));
        List<Double> at = Problem.required(request.at(), "at");
        return CrewAnswer.of(crews.move(crew.id(), Problem.required(place(at), "at")));
    }

    /** A call that the crew holds is passed on. */
    @DeleteMapping("/api/v1/crews/{id}")
    @OpenTo({Caller.TEAM, Caller.COORDINATOR})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOff(@PathVariable UUID id) {
        crews.signOff(Sight.required(crews.get(id)).id());
    }

    private static @Nullable LonLat place(@Nullable List<Double> at) {
        if (at == null) {
            return null;
        }
        if (at.size() != 2) {
            throw Problem.badField(
                            "COORDINATE_FORM",
                            "at",
                            LonLat.EXPECTED,
                            "Toạ độ cần đúng hai số.",
                            "A place needs exactly two numbers.")
                    .asException();
        }
        return LonLat.of("at", at.get(0), at.get(1));
    }

    /**
     * @param id made by the sender
     * @param at where the vehicle is, longitude first; without it, its depot
     * @param byTruck of a boat: a truck carries it to the water
     */
    record CrewRequest(
            @Nullable UUID id,
            @Nullable UUID vehicle,
            @Nullable List<Double> at,
            @Nullable Boolean byTruck) {}

    record PlaceRequest(@Nullable List<Double> at) {}

    /**
     * @param takenVehicles all vehicles on duty, those of other teams too
     * @param next always null
     */
    record CrewList(
            List<CrewAnswer> items,
            List<UUID> takenVehicles,
            @Nullable String next) {}

    /**
     * @param at where it is, longitude first
     * @param placedAt when it said so; null = at its depot
     */
    record CrewAnswer(
            UUID id,
            UUID vehicle,
            String name,
            String vehicleClass,
            List<Double> at,
            @Nullable Instant placedAt,
            boolean byTruck,
            boolean simulated,
            Instant since,
            Instant until,
            boolean busy) {
        static CrewAnswer of(Crew crew) {
            return new CrewAnswer(
                    crew.id(),
                    crew.vehicle().value(),
                    crew.name(),
                    crew.vehicleClass().word(),
                    List.of(crew.place().lon(), crew.place().lat()),
                    crew.placedAt(),
                    crew.byTruck(),
                    crew.simulated(),
                    crew.since(),
                    crew.until(),
                    crew.busy());
        }
    }
}
