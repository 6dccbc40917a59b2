package vn.reliefmap.kernel;

/** Who stands behind a request, from the least to the most trusted. */
public enum Caller {
    /** Anyone, signed in or not; sees communes and clusters of at least 5 households, and simulated data. */
    EVERYONE,
    /** Holds the administrator's token; may write and see exact households. */
    ADMINISTRATOR
}
