package vn.reliefmap.basemap.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import vn.reliefmap.basemap.BasemapFeatures;
import vn.reliefmap.basemap.BasemapTiles;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.kernel.Problem;

/** Which base map is loaded, and its tiles. */
@RestController
class BasemapController {
    /** Grows when tiles are drawn otherwise than before, so that browsers fetch them anew. */
    private static final int STYLE_VERSION = 4;

    private final BasemapFeatures features;
    private final BasemapTiles tiles;

    BasemapController(BasemapFeatures features, BasemapTiles tiles) {
        this.features = features;
        this.tiles = tiles;
    }

    @OpenTo(Caller.EVERYONE)
    @GetMapping("/api/v1/basemap")
    BasemapJson basemap() {
        return features.findCurrent().map(BasemapJson::of).orElse(BasemapJson.NONE);
    }

    /** {@code v} is the import the page knows; only a tile asked for by the current one may be kept for long. */
    @OpenTo(Caller.EVERYONE)
    @GetMapping("/tiles/base/{z}/{x}/{y}.png")
    ResponseEntity<byte[]> tile(
            @PathVariable String z,
            @PathVariable String x,
            @PathVariable String y,
            @RequestParam(required = false) @Nullable String v,
            WebRequest request) {
        long importId = tiles.currentImport();
        byte[] png = tiles.png(importId, number("z", z), number("x", x), number("y", y));
        boolean known = Long.toString(importId).equals(v);
        CacheControl caching = CacheControl.maxAge(known ? Duration.ofDays(7) : Duration.ofMinutes(1))
                .cachePublic();
        String tag = "\"" + importId + "-" + STYLE_VERSION + "-" + z + "-" + x + "-" + y + "\"";
        if (request.checkNotModified(tag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .eTag(tag)
                    .cacheControl(caching)
                    .build();
        }
        return ResponseEntity.ok()
                .eTag(tag)
                .cacheControl(caching)
                .contentType(MediaType.IMAGE_PNG)
                .body(png);
    }

    private static int number(String field, String text) {
        if (!text.matches("[0-9]{1,7}")) {
            throw Problem.badField(
                            "TILE_ADDRESS",
                            field,
                            "/tiles/base/{z}/{x}/{y}.png, e.g. /tiles/base/12/3272/1860.png",
                            "Địa chỉ mảnh bản đồ cần ba số nguyên.",
                            "A tile's address needs three whole numbers.")
                    .asException();
        }
        return Integer.parseInt(text);
    }
}
