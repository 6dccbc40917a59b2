package vn.reliefmap.exposure.http;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.access.Callers;
import vn.reliefmap.access.Rights;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.exposure.Priorities;
import vn.reliefmap.flood.Waters;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;

/** Hamlets and communes in the order in which help is due; officers see their own units. */
@RestController
class PriorityEndpoint {
    private final Priorities priorities;
    private final Waters waters;
    private final Disasters disasters;

    PriorityEndpoint(Priorities priorities, Waters waters, Disasters disasters) {
        this.priorities = priorities;
        this.waters = waters;
        this.disasters = disasters;
    }

    @GetMapping("/api/v1/priorities")
    @OpenTo({Caller.OFFICER, Caller.COORDINATOR})
    PriorityList list(@RequestParam @Nullable String disaster, @RequestParam @Nullable String at) {
        Disaster named = disasters.named(disaster);
        Instant moment = waters.moment(named.id(), at);
        Rights rights = Callers.rights();
        return new PriorityList(
                moment, priorities.list(named, moment, rights.seesEveryHome() ? null : rights.homesOf()), null);
    }

    /**
     * @param at the step of the water
     * @param next always null: there are a few thousand hamlets at most
     */
    record PriorityList(
            Instant at,
            List<Priorities.Place> items,
            @Nullable String next) {}
}
