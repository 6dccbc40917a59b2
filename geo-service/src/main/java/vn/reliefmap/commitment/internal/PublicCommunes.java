package vn.reliefmap.commitment.internal;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import vn.reliefmap.admin.AdminUnit;
import vn.reliefmap.admin.AdminUnits;
import vn.reliefmap.cluster.CommuneNeeds;
import vn.reliefmap.cluster.NeedClusters;
import vn.reliefmap.cluster.NeedSummary;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.geo.LonLat;
import vn.reliefmap.item.Item;
import vn.reliefmap.kernel.DisasterId;
import vn.reliefmap.kernel.Problem;
import vn.reliefmap.kernel.PublicFigures;
import vn.reliefmap.store.DataChanged;
import vn.reliefmap.store.Topic;

/**
 * Communes as everybody may know them: those that are published, and those with few households joined to a neighbour, as in
 * the sums on the map, so that no refusal tells more than the map does.
 */
@Component
final class PublicCommunes {
    /** Which communes are joined changes rarely; nobody waits for sums to be made anew. */
    private static final Duration FRESH = Duration.ofSeconds(30);

    private static final Set<Topic> CHANGED_BY = EnumSet.of(Topic.HOUSEHOLDS, Topic.ADMIN, Topic.PUBLISHED);

    private final AdminUnits units;
    private final LoadingCache<DisasterId, List<Group>> groups;
    /** With the households that are not published yet, for those who see them. */
    private final LoadingCache<DisasterId, List<Group>> now;

    PublicCommunes(NeedClusters clusters, Disasters disasters, AdminUnits units) {
        this.units = units;
        groups = held(disaster -> clusters.summaryForEveryone(disasters.get(disaster), null));
        now = held(disaster -> clusters.summary(disaster, null));
    }

    private static LoadingCache<DisasterId, List<Group>> held(Function<DisasterId, NeedSummary> source) {
        return Caffeine.newBuilder()
                .maximumSize(20)
                .refreshAfterWrite(FRESH)
                .build(disaster -> source.apply(disaster).communes().stream()
                        .filter(commune -> commune.code() != null)
                        .map(Group::of)
                        .toList());
    }

    /**
     * @param codes of all communes in it, the one it is named after included
     * @param households in it that are published
     */
    record Group(String code, String name, Set<String> codes, int households) {
        static Group of(CommuneNeeds commune) {
            String code = Objects.requireNonNull(commune.code());
            Set<String> codes = new HashSet<>(commune.joinedCodes());
            codes.add(code);
            return new Group(code, Objects.requireNonNullElse(commune.fullName(), code), codes, commune.households());
        }

        /** Whether everyone may be told how much is lacking of the item here. */
        boolean tells(Item item) {
            return households >= PublicFigures.fewest(item.tellsOfHealth());
        }
    }

    @EventListener
    void changed(DataChanged change) {
        if (CHANGED_BY.contains(change.topic())) {
            List.of(groups, now).forEach(PublicCommunes::readAgain);
        }
    }

    /** What is known stays until the new one is there. */
    private static void readAgain(LoadingCache<DisasterId, List<Group>> known) {
        known.asMap().keySet().forEach(disaster -> {
            var unused = known.refresh(disaster);
        });
    }

    /**
     * To be called before a transaction begins: the first sums of a disaster are made by another thread on a connection of
     * its own, and acts that wait for it must not hold all connections.
     */
    void prepare(DisasterId disaster) {
        var held = now.get(disaster);
        if (groups.get(disaster).isEmpty() && !held.isEmpty()) {
            // Nothing was published yet when it was asked for last; by now something may be.
            groups.invalidate(disaster);
            var unused = groups.get(disaster);
        }
    }

    List<Group> all(DisasterId disaster) {
        return groups.get(disaster);
    }

    /**
     * The group that holds the commune; {@code NOTHING_NEEDED_THERE} (409) when everyone knows of no household there that asked for
     * anything, or of too few to be told of the item.
     */
    Group named(DisasterId disaster, String codeOrName, Item item) {
        String code = codeOf(codeOrName);
        return all(disaster).stream()
                .filter(group -> group.codes().contains(code) && group.tells(item))
                .findFirst()
                .orElseThrow(() -> nothingNeeded().asException());
    }

    /** The same as those know it who see the needs of now. */
    Group namedNow(DisasterId disaster, String codeOrName) {
        String code = codeOf(codeOrName);
        return now.get(disaster).stream()
                .filter(group -> group.codes().contains(code))
                .findFirst()
                .orElseThrow(() -> nothingNeeded().asException());
    }

    private String codeOf(String codeOrName) {
        List<AdminUnit> meant = units.meantBy(codeOrName);
        if (meant.isEmpty()) {
            throw Problem.notFound(
                            "UNKNOWN_ADMIN_UNIT",
                            "commune",
                            "Không có xã, phường nào tên hay mã như vậy.",
                            "No commune has that name or code.")
                    .asException();
        }
        if (meant.size() > 1) {
            throw Problem.badField(
                            "COMMUNE_UNCLEAR",
                            "commune",
                            String.join(
                                    " | ", meant.stream().map(AdminUnit::code).toList()),
                            "Có nhiều xã, phường tên như vậy; hãy ghi mã.",
                            "Several communes have that name; give the code.")
                    .asException();
        }
        return meant.get(0).code();
    }

    static Problem nothingNeeded() {
        return new Problem(
                "NOTHING_NEEDED_THERE",
                409,
                "Ở đó chưa có nhu cầu nào được công bố.",
                "No need is published there.",
                "commune",
                null);
    }

    /** The group that most of the communes are in; empty when they are in none. */
    Optional<Group> mostOf(DisasterId disaster, Stream<@Nullable String> members) {
        Map<String, Long> counts = new TreeMap<>();
        members.forEach(commune -> all(disaster).stream()
                .filter(group -> commune != null && group.codes().contains(commune))
                .findFirst()
                .ifPresent(group -> counts.merge(group.code(), 1L, Long::sum)));
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).flatMap(most -> all(disaster).stream()
                .filter(group -> group.code().equals(most.getKey()))
                .findFirst());
    }

    /** The others, the nearest first; those that nobody can place last. */
    List<Group> nearest(DisasterId disaster, Group to) {
        LonLat from = centre(to);
        return all(disaster).stream()
                .filter(group -> !group.code().equals(to.code()))
                .sorted(Comparator.comparingDouble(group -> squaredDegrees(from, centre(group))))
                .toList();
    }

    private @Nullable LonLat centre(Group group) {
        return units.find(group.code()).map(AdminUnit::centre).orElse(null);
    }

    private static double squaredDegrees(@Nullable LonLat a, @Nullable LonLat b) {
        if (a == null || b == null) {
            return Double.MAX_VALUE;
        }
        double dLat = a.lat() - b.lat();
        double dLon = (a.lon() - b.lon()) * Math.cos(Math.toRadians(a.lat()));
        return dLat * dLat + dLon * dLon;
    }
}
