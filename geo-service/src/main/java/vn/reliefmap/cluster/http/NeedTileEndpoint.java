package vn.reliefmap.cluster.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.access.Callers;
import vn.reliefmap.cluster.ClusterQuery;
import vn.reliefmap.cluster.ItemLack;
import vn.reliefmap.cluster.NeedCluster;
import vn.reliefmap.cluster.NeedClusters;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.geo.TileAddress;
import vn.reliefmap.geo.VectorTile;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;

/**
 * Open needs as tiles for other map programs: the cells of {@code /api/v1/need-clusters} whose shown point lies in the tile, in a
 * layer {@code needs}. Who sees what is the same there and here.
 */
@RestController
class NeedTileEndpoint {
    private final NeedClusters clusters;
    private final Disasters disasters;

    NeedTileEndpoint(NeedClusters clusters, Disasters disasters) {
        this.clusters = clusters;
        this.disasters = disasters;
    }

    @GetMapping(path = "/tiles/needs/{z}/{x}/{y}.mvt", produces = VectorTile.MEDIA_TYPE)
    @OpenTo(Caller.EVERYONE)
    ResponseEntity<byte[]> tile(
            @PathVariable String z,
            @PathVariable String x,
            @PathVariable String y,
            @RequestParam(required = false) @Nullable String disaster,
            @RequestParam(required = false) @Nullable String item) {
        TileAddress address = TileAddress.read(z, x, y);
        ClusterQuery query = new ClusterQuery(
                address.zoom(),
                address.box(),
                item == null || item.isBlank() ? null : item.strip(),
                ClusterQuery.LARGEST_PAGE,
                null);
        Disaster named = disasters.named(disaster);
        var page = Callers.rights().seesNow(named.simulated())
                ? clusters.find(named.id(), query)
                : clusters.forEveryone(named, query);
        VectorTile tile = new VectorTile(address, "needs");
        page.clusters().forEach(cluster -> tile.add(cluster.shownAt().point(), properties(cluster)));
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(tile.write());
    }

    private static Map<String, @Nullable Object> properties(NeedCluster cluster) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("households", cluster.households());
        properties.put("people", cluster.people());
        properties.put("urgency", cluster.urgency().word());
        properties.put("admin_code", cluster.adminCode());
        properties.put("admin_name", cluster.adminName());
        for (ItemLack lack : cluster.lacks()) {
            properties.put("open_" + lack.item(), lack.open());
        }
        return properties;
    }
}
