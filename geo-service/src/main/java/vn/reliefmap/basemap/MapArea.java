package vn.reliefmap.basemap;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.MultiPolygon;

/**
 * An area of the base map.
 *
 * @param osmId way id, or the relation's id with a minus sign; 0 for sea derived from the coastline
 * @param name in Unicode NFC, or null
 * @param shape EPSG:4326, longitude first, valid, not empty
 */
public record MapArea(long osmId, AreaKind kind, @Nullable String name, MultiPolygon shape) {}
