package vn.reliefmap.need.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.reliefmap.access.Callers;
import vn.reliefmap.access.Rights;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.geo.Bbox;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.need.internal.PlaceFilter;

/** Reads the parameters that lists of exact places share, and says who may see them. */
@Component
class ExactPlaceRequest {
    private static final int MAX_LIMIT = 1000;
    private final Disasters disasters;

    ExactPlaceRequest(Disasters disasters) {
        this.disasters = disasters;
    }

    /**
     * The filter for the current caller. Anyone may see simulated households, an officer the real ones of the own units;
     * for somebody who sees no real one, asking for a real disaster is an {@code EXACT_PLACES_CLOSED} problem (403).
     */
    PlaceFilter filter(@Nullable String disaster, @Nullable String bbox, int limit, @Nullable String after) {
        UUID start = after(limit, after);
        Bbox box = bbox == null ? null : Bbox.parse(bbox);
        Disaster found = disaster == null ? null : disasters.named(disaster);
        Rights rights = Callers.rights();
        if (found != null
                && !found.simulated()
                && !rights.seesEveryHome()
                && rights.homesOf().isEmpty()) {
            throw new Problem(
                            "EXACT_PLACES_CLOSED",
                            403,
                            "Vị trí từng hộ chỉ mở cho cán bộ phụ trách địa bàn. Xem /need-clusters để có số liệu theo vùng.",
                            "The places of single households are for the officers in charge. See /need-clusters for sums.",
                            null,
                            null)
                    .asException();
        }
        return new PlaceFilter(found, box, rights.seesEveryHome() ? null : rights.homesOf(), start, limit);
    }

    /** Where a page starts; null at the beginning. */
    @Nullable
    UUID after(int limit, @Nullable String after) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw Problem.badField(
                            "LIMIT_RANGE",
                            "limit",
                            "1 to " + MAX_LIMIT,
                            "Số dòng phải từ 1 đến " + MAX_LIMIT + ".",
                            "The limit must lie between 1 and " + MAX_LIMIT + ".")
                    .asException();
        }
        return after == null ? null : position(after);
    }

    /** What to hand back as {@code after} to go on behind this id. */
    static String next(UUID last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(last.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static UUID position(String after) {
        try {
            return UUID.fromString(new String(Base64.getUrlDecoder().decode(after), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            throw Problem.badField(
                            "AFTER_FORM",
                            "after",
                            "the text that stood in \"next\" of the page before",
                            "Tham số “after” không đúng.",
                            "The parameter \"after\" is not one we gave.")
                    .asException();
        }
    }
}
