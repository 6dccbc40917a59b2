package vn.reliefmap.cluster.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Communes as the public may see them: one with fewer than the least number of households is joined with the nearest
 * group, the smallest first. Households outside all communes are taken by squares of 0.1° as if those were communes.
 */
final class CommuneGroups {
    private static final double SQUARE_DEGREES = 0.1;

    /** A commune, several joined ones, or a square without communes. */
    static final class Group {
        /** Largest first; empty for a square outside all communes. */
        final List<NeedColumns.Commune> communes = new ArrayList<>();

        boolean outside;
        int households;
        /** Household indexes, ascending. */
        int[] members = new int[0];

        private final List<Part> parts = new ArrayList<>();
        private double sumLon;
        private double sumLat;

        double lon() {
            return sumLon / households;
        }

        double lat() {
            return sumLat / households;
        }

        private double squaredDistance(Group other) {
            double dLat = lat() - other.lat();
            double dLon = (lon() - other.lon()) * Math.cos(Math.toRadians(lat()));
            return dLat * dLat + dLon * dLon;
        }
    }

    /** The households of one commune or square. */
    private record Part(NeedColumns.@Nullable Commune commune, String order, int households) {}

    private CommuneGroups() {}

    /** Groups of at least {@code least} households each; none at all when the disaster has fewer. */
    static List<Group> of(NeedColumns columns, int least) {
        if (columns.households < least) {
            return List.of();
        }
        List<Group> groups = single(columns);
        while (true) {
            Group smallest = groups.stream()
                    .min(Comparator.comparingInt(g -> g.households))
                    .orElseThrow();
            if (smallest.households >= least) {
                break;
            }
            join(groups, smallest);
        }
        groups.forEach(CommuneGroups::finish);
        return groups;
    }

    /** The communes and squares that have at least {@code least} households by themselves; the others are left out. */
    static List<Group> alone(NeedColumns columns, int least) {
        List<Group> groups = single(columns);
        groups.removeIf(group -> group.households < least);
        groups.forEach(CommuneGroups::finish);
        return groups;
    }

    /** One group per commune and per square, of any size. */
    private static List<Group> single(NeedColumns columns) {
        Map<String, Integer> squares = new HashMap<>();
        List<Group> groups = new ArrayList<>();
        for (NeedColumns.Commune commune : columns.communes) {
            groups.add(groupOf(commune, commune.code()));
        }
        int[] groupOf = new int[columns.households];
        for (int h = 0; h < columns.households; h++) {
            int g = columns.commune[h];
            if (g < 0) {
                String square = square(columns.lon[h], columns.lat[h]);
                g = squares.computeIfAbsent(square, key -> {
                    groups.add(groupOf(null, key));
                    return groups.size() - 1;
                });
            }
            groupOf[h] = g;
            Group group = groups.get(g);
            group.households++;
            group.sumLon += columns.lon[h];
            group.sumLat += columns.lat[h];
        }
        groups.forEach(g -> g.members = new int[g.households]);
        int[] filled = new int[groups.size()];
        for (int h = 0; h < columns.households; h++) {
            groups.get(groupOf[h]).members[filled[groupOf[h]]++] = h;
        }
        groups.forEach(g -> g.parts.replaceAll(p -> new Part(p.commune(), p.order(), g.households)));
        groups.sort(Comparator.comparing(g -> g.parts.get(0).order()));
        return groups;
    }

    private static Group groupOf(NeedColumns.@Nullable Commune commune, String order) {
        Group group = new Group();
        group.parts.add(new Part(commune, order, 0));
        return group;
    }

    /** "~" sorts after every commune's code. */
    private static String square(double lon, double lat) {
        return "~" + Math.floor(lon / SQUARE_DEGREES) + "/" + Math.floor(lat / SQUARE_DEGREES);
    }

    private static void join(List<Group> groups, Group small) {
        groups.remove(small);
        Group nearest = groups.stream()
                .min(Comparator.comparingDouble(small::squaredDistance))
                .orElseThrow();
        nearest.parts.addAll(small.parts);
        nearest.members = IntStream.concat(IntStream.of(nearest.members), IntStream.of(small.members))
                .sorted()
                .toArray();
        nearest.households += small.households;
        nearest.sumLon += small.sumLon;
        nearest.sumLat += small.sumLat;
    }

    private static void finish(Group group) {
        group.parts.sort(Comparator.comparingInt((Part p) -> -p.households()).thenComparing(Part::order));
        for (Part part : group.parts) {
            if (part.commune() == null) {
                group.outside = true;
            } else {
                group.communes.add(part.commune());
            }
        }
    }
}
