package vn.reliefmap.cluster.http;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.access.Callers;
import vn.reliefmap.cluster.CommuneNeeds;
import vn.reliefmap.cluster.NeedClusters;
import vn.reliefmap.cluster.NeedSummary;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;

/** The same sums by commune, for lists and tables. */
@RestController
class NeedSummaryEndpoint {
    private final NeedClusters clusters;
    private final Disasters disasters;

    NeedSummaryEndpoint(NeedClusters clusters, Disasters disasters) {
        this.clusters = clusters;
        this.disasters = disasters;
    }

    @GetMapping("/api/v1/need-summary")
    @OpenTo(Caller.EVERYONE)
    SummaryAnswer summary(
            @RequestParam(required = false) @Nullable String disaster,
            @RequestParam(required = false) @Nullable String item) {
        var named = disasters.named(disaster);
        String wanted = item == null || item.isBlank() ? null : item.strip();
        NeedSummary summary = Callers.rights().seesNow(named.simulated())
                ? clusters.summary(named.id(), wanted)
                : clusters.summaryForEveryone(named, wanted);
        return new SummaryAnswer(
                named.id().toString(),
                summary.communes().stream().map(CommuneAnswer::of).toList(),
                summary.totals().stream().map(LackAnswer::of).toList(),
                SuppressedNote.of(summary.suppressed()));
    }

    /** {@code suppressed} says why nothing is shown although there are needs, else null. */
    record SummaryAnswer(
            String disaster,
            List<CommuneAnswer> communes,
            List<LackAnswer> totals,
            @Nullable SuppressedNote suppressed) {}

    /**
     * One commune with the small neighbours that joined it; without {@code code} the households outside all communes.
     * {@code urgency} and the times are null when nothing is open.
     */
    record CommuneAnswer(
            @Nullable String code,
            @Nullable String fullName,
            List<String> joined,
            boolean outsideJoined,
            int households,
            int people,
            @Nullable String urgency,
            @Nullable Instant oldestConfirmedAt,
            @Nullable Instant newestConfirmedAt,
            List<LackAnswer> lacks) {
        static CommuneAnswer of(CommuneNeeds c) {
            return new CommuneAnswer(
                    c.code(),
                    c.fullName(),
                    c.joined(),
                    c.outsideJoined(),
                    c.households(),
                    c.people(),
                    c.urgency() == null ? null : c.urgency().word(),
                    c.oldestConfirmedAt(),
                    c.newestConfirmedAt(),
                    c.lacks().stream().map(LackAnswer::of).toList());
        }
    }
}
