package vn.reliefmap.flood.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.flood.DepthClass;
import vn.reliefmap.flood.FloodDrawing;
import vn.reliefmap.flood.Waters;
import vn.reliefmap.geo.TileAddress;
import vn.reliefmap.geo.VectorTile;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.OpenTo;

/** The water as tiles for other map programs: the areas of {@code /api/v1/flood-extents} in a layer {@code water}. */
@RestController
class WaterTileEndpoint {
    private final Waters waters;
    private final FloodDrawing drawing;
    private final Disasters disasters;

    WaterTileEndpoint(Waters waters, FloodDrawing drawing, Disasters disasters) {
        this.waters = waters;
        this.drawing = drawing;
        this.disasters = disasters;
    }

    /** {@code at} left out: the newest step that is not ahead of the clock. */
    @GetMapping(path = "/tiles/water/{z}/{x}/{y}.mvt", produces = VectorTile.MEDIA_TYPE)
    @OpenTo(Caller.EVERYONE)
    @Nullable
    ResponseEntity<byte[]> tile(
            @PathVariable String z,
            @PathVariable String x,
            @PathVariable String y,
            @RequestParam(required = false) @Nullable String disaster,
            @RequestParam(required = false) @Nullable String at,
            WebRequest request) {
        TileAddress address = TileAddress.read(z, x, y);
        DisasterId id = disasters.named(disaster).id();
        var picture = waters.picture(id, waters.moment(id, at));
        FloodDrawing.Drawn drawn = drawing.draw(picture, address.box(), address.zoom());
        String tag = "\"" + drawn.tag() + "\"";
        if (request.checkNotModified(tag)) {
            return null;
        }
        VectorTile tile = new VectorTile(address, "water");
        drawn.water().forEach((depth, area) -> add(tile, depth, area, depth.word(), null));
        drawn.estimated().forEach((depth, area) -> add(tile, depth, area, "estimated", depth.word()));
        return ResponseEntity.ok()
                .eTag(tag)
                .cacheControl(CacheControl.noCache())
                .body(tile.write());
    }

    private static void add(
            VectorTile tile, DepthClass depth, MultiPolygon area, String name, @Nullable String estimated) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("class", name);
        properties.put("estimated_class", estimated);
        properties.put("depth_min_m", depth.minM());
        properties.put("depth_max_m", depth.maxM());
        tile.add(area, properties);
    }
}
