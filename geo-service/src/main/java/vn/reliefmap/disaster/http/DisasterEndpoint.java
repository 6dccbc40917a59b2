package vn.reliefmap.disaster.http;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;

/** The named floods. */
@RestController
class DisasterEndpoint {
    private final Disasters disasters;

    DisasterEndpoint(Disasters disasters) {
        this.disasters = disasters;
    }

    @GetMapping("/api/v1/disasters")
    @OpenTo(Caller.EVERYONE)
    DisasterList list() {
        return new DisasterList(
                disasters.list().stream().map(DisasterAnswer::of).toList(), null);
    }

    /** @param next always null: there are few disasters */
    record DisasterList(
            List<DisasterAnswer> items, @Nullable String next) {}

    /** One named flood; {@code closed_at} is null while it goes on. */
    record DisasterAnswer(
            UUID id,
            String name,
            boolean simulated,
            Instant openedAt,
            @Nullable Instant closedAt) {
        static DisasterAnswer of(Disaster d) {
            return new DisasterAnswer(d.id().value(), d.name(), d.simulated(), d.openedAt(), d.closedAt());
        }
    }
}
