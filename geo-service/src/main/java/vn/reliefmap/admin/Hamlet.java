package vn.reliefmap.admin;

/**
 * A part of a commune: thôn, bản, khu phố.
 *
 * @param code the commune's, a dot and a running number, for example {@code 19363.02}
 * @param commune code
 * @param name as it was first written, kind included
 */
public record Hamlet(String code, String commune, String name) {}
