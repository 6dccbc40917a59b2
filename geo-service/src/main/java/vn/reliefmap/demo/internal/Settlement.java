package vn.reliefmap.demo.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import vn.reliefmap.basemap.MapPlace;

/**
 * A place where people live.
 *
 * @param rank 0 for a city, 1 for a town, 2 for a quarter, 3 for a village, 4 for smaller ones
 * @param at plane metres
 */
record Settlement(String name, int rank, Coordinate at) {
    private static final List<Set<String>> RANKS = List.of(
            Set.of("city"),
            Set.of("town"),
            Set.of("suburb", "quarter"),
            Set.of("village"),
            Set.of("hamlet", "neighbourhood", "locality", "isolated_dwelling", "island"));

    /** The settlements of a land, the greater ones first; one for the whole land when it names none. */
    static List<Settlement> of(DemoLand land) {
        Plane plane = land.plane();
        List<Settlement> settlements = new ArrayList<>();
        for (int rank = 0; rank < RANKS.size(); rank++) {
            for (MapPlace place : land.places()) {
                Coordinate at = plane.metres(place.at().lon(), place.at().lat());
                boolean taken = settlements.stream().anyMatch(s -> s.at().distance(at) < 60);
                if (RANKS.get(rank).contains(place.kind()) && !taken) {
                    settlements.add(new Settlement(place.name(), rank, at));
                }
            }
        }
        if (settlements.isEmpty()) {
            settlements.add(new Settlement("Vùng mô phỏng", 3, new Coordinate(0, 0)));
        }
        return settlements;
    }

    boolean urban() {
        return rank <= 2;
    }

    Settlement part(int number, Coordinate middle) {
        return new Settlement(name + " " + number, rank, middle);
    }
}
