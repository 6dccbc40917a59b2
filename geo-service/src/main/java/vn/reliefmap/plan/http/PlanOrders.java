package vn.reliefmap.plan.http;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.kernel.DepotId;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.PlanId;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.VehicleId;
import vn.reliefmap.plan.PlanOrder;
import vn.reliefmap.plan.SearchLimits;

/** Reads orders that come over HTTP. */
@Component
class PlanOrders {
    private static final int USUAL_SECONDS = 30;
    private static final int MOST_SECONDS = 600;
    private static final long MOST_ITERATIONS = 100_000_000;
    private static final int MOST_NAMED = 2000;

    private final Disasters disasters;

    PlanOrders(Disasters disasters) {
        this.disasters = disasters;
    }

    PlanOrder read(PlanRequest request) {
        DisasterId disaster = disasters.named(request.disaster()).id();
        return new PlanOrder(
                disaster,
                time(request.startsAt()),
                lasts(request.hours()),
                all("depots", request.depots(), DepotId::new),
                all("vehicles", request.vehicles(), VehicleId::new),
                all("items", request.items(), item -> item),
                limits(request),
                all("without_vehicles", request.withoutVehicles(), VehicleId::new),
                again(request),
                Boolean.TRUE.equals(request.night()),
                all("communes", request.communes(), code -> code));
    }

    private static PlanOrder.@Nullable Again again(PlanRequest request) {
        UUID before = request.before();
        List<PlanRequest.UnderWayRequest> named = request.underWay() == null ? List.of() : request.underWay();
        if (before == null && named.isEmpty()) {
            return null;
        }
        if (before == null || named.size() > MOST_NAMED || named.stream().anyMatch(Objects::isNull)) {
            throw underWay();
        }
        List<PlanOrder.UnderWay> underWay = new ArrayList<>();
        for (PlanRequest.UnderWayRequest one : named) {
            Integer tour = one.tour();
            Integer trip = one.trip();
            Integer reached = one.reached();
            if (tour == null || trip == null) {
                throw underWay();
            }
            underWay.add(new PlanOrder.UnderWay(tour, trip, reached == null ? 0 : reached));
        }
        return new PlanOrder.Again(new PlanId(before), underWay);
    }

    private static RuntimeException underWay() {
        return Problem.badField(
                        "PLAN_UNDER_WAY",
                        "under_way",
                        "before: id; under_way: [{tour, trip, reached}]",
                        "Hãy nêu kế hoạch trước (before), và với mỗi chuyến: số chuyến, lượt, điểm đã tới.",
                        "Name the plan before, and for each tour its number, trip and the call it has reached.")
                .asException();
    }

    private static @Nullable Duration lasts(@Nullable Double hours) {
        if (hours == null) {
            return null;
        }
        // Far outside what any plan may last, and still a number of seconds.
        double bounded = Math.max(-1e4, Math.min(1e4, hours));
        return Duration.ofSeconds(Math.round(bounded * 3600));
    }

    private static SearchLimits limits(PlanRequest request) {
        long seed = request.seed() == null ? 1 : request.seed();
        Long iterations = request.iterations();
        if (iterations != null) {
            if (iterations < 1 || iterations > MOST_ITERATIONS) {
                throw range("iterations", "1 … " + MOST_ITERATIONS);
            }
            return SearchLimits.iterations(seed, iterations);
        }
        int seconds = request.seconds() == null ? USUAL_SECONDS : request.seconds();
        if (seconds < 1 || seconds > MOST_SECONDS) {
            throw range("seconds", "1 … " + MOST_SECONDS);
        }
        return SearchLimits.within(seed, Duration.ofSeconds(seconds));
    }

    private static RuntimeException range(String field, String expected) {
        return Problem.badField(
                        "PLAN_SEARCH_RANGE",
                        field,
                        expected,
                        "Trường " + field + " phải trong khoảng " + expected + ".",
                        "The field " + field + " must be within " + expected + ".")
                .asException();
    }

    private static @Nullable Instant time(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text.strip()).toInstant();
        } catch (DateTimeParseException e) {
            throw Problem.badField(
                            "AT_FORM",
                            "starts_at",
                            "ISO time with zone, e.g. 2020-10-18T06:00:00Z",
                            "Không đọc được thời điểm.",
                            "The time cannot be read.")
                    .asException();
        }
    }

    private static <T, I> Set<I> all(String field, @Nullable List<T> named, Function<T, I> id) {
        if (named == null) {
            return Set.of();
        }
        if (named.size() > MOST_NAMED || named.stream().anyMatch(Objects::isNull)) {
            throw Problem.badField(
                            "PLAN_LIST",
                            field,
                            "≤ " + MOST_NAMED + ", not null",
                            "Danh sách " + field + " quá dài hoặc có chỗ trống.",
                            "The list of " + field + " is too long or has a gap.")
                    .asException();
        }
        return named.stream().map(id).collect(Collectors.toSet());
    }
}
