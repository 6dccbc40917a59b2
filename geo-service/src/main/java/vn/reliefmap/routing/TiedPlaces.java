package vn.reliefmap.routing;

/** Places tied to the roads of one {@link ClassRoads}. Immutable. */
public interface TiedPlaces {
    int size();

    /** True when no road of the class lies near enough. */
    boolean farFromRoad(int place);

    /** Straight from the place to its road in metres; infinite when there is none near enough. */
    float toRoadM(int place);
}
