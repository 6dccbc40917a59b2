package vn.reliefmap.demo.internal;

import org.locationtech.jts.geom.MultiPolygon;

/**
 * A simulated commune.
 *
 * @param code {@code MP001} and on
 * @param name of its main settlement, marked as simulated
 * @param fullName with its kind
 * @param area EPSG:4326, longitude first, valid, not empty
 */
record Commune(String code, String name, String fullName, int people, MultiPolygon area) {}
