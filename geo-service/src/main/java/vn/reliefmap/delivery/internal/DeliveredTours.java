package vn.reliefmap.delivery.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.reliefmap.commitment.Claim;
import vn.reliefmap.commitment.Claims;
import vn.reliefmap.delivery.TourUnderWay;
import vn.reliefmap.delivery.ToursUnderWay;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.PlanId;
import vn.reliefmap.plan.Plans;
import vn.reliefmap.plan.ReliefPlan;
import vn.reliefmap.plan.TourStanding;
import vn.reliefmap.store.Changes;
import vn.reliefmap.store.Topic;

/** Reads plans, claims and deliveries again only when something became of a tour: plans are long. */
@Component
class DeliveredTours implements ToursUnderWay {
    private final Claims claims;
    private final Plans plans;
    private final DeliveryTable deliveries;
    private final Changes changes;
    private final Map<DisasterId, Known> known = new ConcurrentHashMap<>();

    DeliveredTours(Claims claims, Plans plans, DeliveryTable deliveries, Changes changes) {
        this.claims = claims;
        this.plans = plans;
        this.deliveries = deliveries;
        this.changes = changes;
    }

    /** @param households their version: of merged homes one takes over what was promised to the other */
    private record Known(long tours, long households, List<Claimed> all) {}

    private record Claimed(Claim claim, TourUnderWay tour) {}

    @Override
    public List<TourUnderWay> of(DisasterId disaster) {
        Map<Topic, Long> versions = changes.versions();
        Instant now = Instant.now();
        return known.compute(disaster, (id, before) -> current(id, before, versions)).all().stream()
                .filter(one -> one.claim().lives(now))
                .map(Claimed::tour)
                .sorted(Comparator.comparing((TourUnderWay one) -> one.tour().startsAt())
                        .thenComparing(one -> one.tour().number()))
                .toList();
    }

    private Known current(DisasterId disaster, @Nullable Known before, Map<Topic, Long> versions) {
        long tours = versions.getOrDefault(Topic.TOURS, 0L);
        long households = versions.getOrDefault(Topic.HOUSEHOLDS, 0L);
        if (before != null && before.tours() == tours && before.households() == households) {
            return before;
        }
        return new Known(tours, households, read(disaster));
    }

    private List<Claimed> read(DisasterId disaster) {
        List<Claimed> all = new ArrayList<>();
        for (PlanId id : claims.plansUnderWay(disaster)) {
            // Tours that were claimed in a plan before are read from that plan.
            List<TourStanding> own = plans.claimed(id).stream()
                    .filter(one -> one.claim().tour() != null
                            && one.claim().tour().plan().equals(id)
                            && one.claim().lives(Instant.now()))
                    .toList();
            Map<UUID, Instant> handedOver =
                    deliveries.newest(own.stream().map(one -> one.claim().id()).toList());
            ReliefPlan plan = plans.get(id);
            own.forEach(one -> all.add(new Claimed(
                    one.claim(),
                    new TourUnderWay(
                            id,
                            plan.tour(one.tour()),
                            one.served(),
                            handedOver.get(one.claim().id())))));
        }
        return all;
    }
}
