package vn.reliefmap.plan;

import java.util.List;
import vn.reliefmap.geo.LonLat;

/**
 * A home on the run sheet of the team that has the tour, and of nobody else.
 *
 * @param name empty when nobody knows it
 * @param phone likewise
 * @param approximate true when the place tells a neighbourhood and no house
 * @param brings what is still to be handed over there
 */
public record SheetHome(String name, String phone, LonLat place, boolean approximate, int people, List<Amount> brings) {
    /** Without name, telephone number and place. */
    @Override
    public String toString() {
        return "a home on a run sheet";
    }
}
