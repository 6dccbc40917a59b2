package vn.reliefmap.exposure.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.reliefmap.admin.AdminUnit;
import vn.reliefmap.admin.AdminUnits;
import vn.reliefmap.disaster.Disaster;
import vn.reliefmap.exposure.Exposure;
import vn.reliefmap.exposure.ExposureReport;
import vn.reliefmap.flood.WaterPicture;
import vn.reliefmap.flood.Waters;
import vn.reliefmap.store.DataChanged;
import vn.reliefmap.store.Topic;

/** Counts each picture once and keeps the result as long as the picture lives and the households stay. Thread-safe. */
@Component
final class CountedExposure implements Exposure {
    private final Waters waters;
    private final AdminUnits units;
    private final HouseholdReader households;
    private volatile Held held = new Held();
    /** As it was when the figures for everyone were published last. */
    private volatile Held published = held;

    CountedExposure(Waters waters, AdminUnits units, HouseholdReader households) {
        this.waters = waters;
        this.units = units;
        this.households = households;
    }

    /** What is kept until the households change; thrown away as a whole, so that old and new never mix. */
    private static final class Held {
        private final Map<Boolean, HouseholdColumns> columns = new ConcurrentHashMap<>();
        /** By the identity of the picture: other water is another picture. */
        private final Cache<WaterPicture, ExposureReport> exact =
                Caffeine.newBuilder().weakKeys().maximumSize(200).build();

        private final Cache<WaterPicture, ExposureReport> forEveryone =
                Caffeine.newBuilder().weakKeys().maximumSize(200).build();
    }

    @Override
    public ExposureReport exact(Disaster disaster, Instant at) {
        return exact(held, disaster, water(disaster, at));
    }

    @Override
    public ExposureReport forEveryone(Disaster disaster, Instant at) {
        Held last = disaster.simulated() ? held : published;
        WaterPicture picture = water(disaster, at);
        return last.forEveryone.get(picture, p -> Rounding.of(Suppression.of(exact(last, disaster, p))));
    }

    /** What is said of roads moves nobody into the water. */
    private WaterPicture water(Disaster disaster, Instant at) {
        return waters.picture(disaster.id(), at).withoutReports();
    }

    private ExposureReport exact(Held now, Disaster disaster, WaterPicture picture) {
        HouseholdColumns columns = now.columns.computeIfAbsent(disaster.simulated(), households::read);
        return now.exact.get(picture, p -> Counting.count(columns, p, this::fullName));
    }

    private String fullName(String code) {
        return units.find(code).map(AdminUnit::fullName).orElse(code);
    }

    @EventListener
    void onChange(DataChanged change) {
        if (change.topic() == Topic.HOUSEHOLDS || change.topic() == Topic.ADMIN) {
            held = new Held();
        } else if (change.topic() == Topic.PUBLISHED) {
            published = held;
        }
    }
}
