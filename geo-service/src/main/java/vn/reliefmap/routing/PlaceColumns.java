package vn.reliefmap.routing;

/** Many places as columns, numbered from 0; must not change once handed over. */
public interface PlaceColumns {
    int size();

    /** Longitude in degrees, EPSG:4326. */
    double lon(int place);

    /** Latitude in degrees. */
    double lat(int place);

    /** How many people count for the place, 0 or more. */
    int people(int place);
}
