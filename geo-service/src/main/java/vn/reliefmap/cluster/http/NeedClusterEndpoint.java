package vn.reliefmap.cluster.http;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import vn.reliefmap.access.Callers;
import vn.reliefmap.cluster.ClusterPage;
import vn.reliefmap.cluster.ClusterQuery;
import vn.reliefmap.cluster.NeedCluster;
import vn.reliefmap.cluster.NeedClusters;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.geo.Bbox;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;

/** Clusters of open needs for the map: of now for those who work with them, as published for everyone else. */
@RestController
class NeedClusterEndpoint {
    private static final String PATH = "/api/v1/need-clusters";

    private final NeedClusters clusters;
    private final Disasters disasters;

    NeedClusterEndpoint(NeedClusters clusters, Disasters disasters) {
        this.clusters = clusters;
        this.disasters = disasters;
    }

    @GetMapping(PATH)
    @OpenTo(Caller.EVERYONE)
    ClusterAnswer find(
            @RequestParam(required = false) @Nullable String disaster,
            @RequestParam(required = false) @Nullable String bbox,
            @RequestParam(defaultValue = "10") String zoom,
            @RequestParam(required = false) @Nullable String item,
            @RequestParam(defaultValue = "2000") String limit,
            @RequestParam(required = false) @Nullable String after) {
        ClusterQuery query = new ClusterQuery(
                number(zoom, -1),
                bbox == null ? null : Bbox.parse(bbox),
                item == null || item.isBlank() ? null : item.strip(),
                number(limit, 0),
                after);
        var named = disasters.named(disaster);
        ClusterPage page = Callers.rights().seesNow(named.simulated())
                ? clusters.find(named.id(), query)
                : clusters.forEveryone(named, query);
        return new ClusterAnswer(
                named.id().toString(),
                query.zoom(),
                page.clusters().stream().map(ClusterItem::of).toList(),
                page.totals().stream().map(LackAnswer::of).toList(),
                next(named.id().toString(), query, bbox, page.next()),
                SuppressedNote.of(page.suppressed()));
    }

    /** What is no whole number becomes one that is out of range, so that one problem states the expected form. */
    private static int number(String text, int outOfRange) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : outOfRange;
    }

    private static @Nullable String next(
            String disaster, ClusterQuery query, @Nullable String bbox, @Nullable String after) {
        if (after == null) {
            return null;
        }
        UriComponentsBuilder link = UriComponentsBuilder.fromPath(PATH)
                .queryParam("disaster", disaster)
                .queryParam("zoom", query.zoom())
                .queryParam("limit", query.limit())
                .queryParam("after", after);
        if (bbox != null) {
            link.queryParam("bbox", bbox);
        }
        if (query.item() != null) {
            link.queryParam("item", query.item());
        }
        return link.encode().build().toUriString();
    }

    /**
     * @param items cells with something open
     * @param totals sums over all selected cells; without a box the sums over all needs
     * @param next link to the next page
     * @param suppressed why nothing is shown although there are needs, else null
     */
    record ClusterAnswer(
            String disaster,
            int zoom,
            List<ClusterItem> items,
            List<LackAnswer> totals,
            @Nullable String next,
            @Nullable SuppressedNote suppressed) {}

    /** One cell; {@code admin_code} is null when it spans several communes ({@code communes}) or lies in none. */
    record ClusterItem(
            String id,
            double lon,
            double lat,
            int households,
            int people,
            @Nullable String adminCode,
            @Nullable String adminName,
            int communes,
            String urgency,
            Instant oldestConfirmedAt,
            Instant newestConfirmedAt,
            List<LackAnswer> lacks) {
        static ClusterItem of(NeedCluster c) {
            return new ClusterItem(
                    c.id(),
                    c.shownAt().lon(),
                    c.shownAt().lat(),
                    c.households(),
                    c.people(),
                    c.adminCode(),
                    c.adminName(),
                    c.communes(),
                    c.urgency().word(),
                    c.oldestConfirmedAt(),
                    c.newestConfirmedAt(),
                    c.lacks().stream().map(LackAnswer::of).toList());
        }
    }
}
