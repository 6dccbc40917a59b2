package vn.reliefmap.demo.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import vn.reliefmap.basemap.MapLine;
import vn.reliefmap.geo.LonLat;

/** Settles households: at buildings first, then beside lanes and streets near the settlements. */
final class Homes {
    private static final Set<String> LIVED_ALONG =
            Set.of("residential", "living_street", "unclassified", "tertiary", "service", "road", "path", "footway");
    /** Share in percent of households with 1, 2, … 9 people; the mean is 3.6. */
    private static final int[] SIZES_PERCENT = {8, 17, 22, 26, 14, 8, 3, 1, 1};

    private static final double VULNERABLE_SHARE = 0.2;

    private Homes() {}

    /** Exactly {@code count} homes, or fewer when there is neither building nor lane. */
    static List<Home> settle(DemoLand land, Ground ground, List<Settlement> settlements, int count, long seed) {
        Plane plane = land.plane();
        Chance chance = Chance.of(seed, "homes");
        List<Coordinate> sites = new ArrayList<>();
        for (LonLat building : land.buildings()) {
            Coordinate at = plane.metres(building.lon(), building.lat());
            if (ground.settled(at)) {
                sites.add(at);
            }
        }
        while (sites.size() > count) {
            int gone = chance.below(sites.size());
            sites.set(gone, sites.get(sites.size() - 1));
            sites.remove(sites.size() - 1);
        }
        if (sites.size() < count) {
            addBesideLanes(sites, land, ground, settlements, count, chance);
        }
        List<Home> homes = new ArrayList<>();
        for (Coordinate site : sites) {
            Coordinate at = new Coordinate(site.x + chance.between(-4, 4), site.y + chance.between(-4, 4));
            int people = people(chance);
            int vulnerable = 0;
            for (int i = 0; i < people; i++) {
                vulnerable += chance.happens(VULNERABLE_SHARE) ? 1 : 0;
            }
            homes.add(new Home(ground.settled(at) ? at : site, people, vulnerable));
        }
        return homes;
    }

    private static void addBesideLanes(
            List<Coordinate> sites,
            DemoLand land,
            Ground ground,
            List<Settlement> settlements,
            int count,
            Chance chance) {
        List<Coordinate[]> pieces = new ArrayList<>();
        List<Double> reach = new ArrayList<>();
        double sum = 0;
        for (MapLine road : land.roads()) {
            if (!LIVED_ALONG.contains(road.lineClass()) || road.bridge()) {
                continue;
            }
            Coordinate[] line = ground.inMetres(road.line()).getCoordinates();
            for (int i = 1; i < line.length; i++) {
                Coordinate middle = new Coordinate((line[i].x + line[i - 1].x) / 2, (line[i].y + line[i - 1].y) / 2);
                double weight = line[i].distance(line[i - 1]) * attraction(middle, settlements);
                sum += weight;
                pieces.add(new Coordinate[] {line[i - 1], line[i]});
                reach.add(sum);
            }
        }
        for (int tries = 0; sites.size() < count && !pieces.isEmpty() && tries < 20 * count; tries++) {
            int piece = atLeast(reach, chance.next() * sum);
            Coordinate a = pieces.get(piece)[0];
            Coordinate b = pieces.get(piece)[1];
            double length = Math.max(0.1, a.distance(b));
            double t = chance.next();
            double side = (chance.happens(0.5) ? 1 : -1) * chance.between(8, 28);
            Coordinate at = new Coordinate(
                    a.x + t * (b.x - a.x) - side * (b.y - a.y) / length,
                    a.y + t * (b.y - a.y) + side * (b.x - a.x) / length);
            if (ground.settled(at)) {
                sites.add(at);
            }
        }
    }

    /** People live near the middles of settlements, and in towns more than in villages. */
    private static double attraction(Coordinate at, List<Settlement> settlements) {
        double best = 0.05;
        for (Settlement settlement : settlements) {
            double reach = settlement.urban() ? 1500 : 700;
            double away = settlement.at().distance(at) / reach;
            best = Math.max(best, 1 / (1 + away * away * away));
        }
        return best;
    }

    private static int atLeast(List<Double> reach, double value) {
        int low = 0;
        int high = reach.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (reach.get(middle) < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int people(Chance chance) {
        double percent = chance.between(0, 100);
        int people = 1;
        for (int share : SIZES_PERCENT) {
            percent -= share;
            if (percent < 0) {
                return people;
            }
            people++;
        }
        return SIZES_PERCENT.length;
    }
}
