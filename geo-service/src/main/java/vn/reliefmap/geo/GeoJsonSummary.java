package vn.reliefmap.geo;

import java.util.List;
import vn.reliefmap.kernel.ImportIssue;

/**
 * What a whole GeoJSON file looked like.
 *
 * @param features how many features were read, the unusable ones counted
 * @param epsg the reference system the coordinates were taken to be in
 * @param swapped features whose coordinates stood the wrong way round and were turned
 * @param outsideVietnam features with a part outside the box around Vietnam (domain facts, section 7)
 * @param issues remarks on the whole file (row 0): {@code COORDINATES_SWAPPED}, {@code OUTSIDE_VIETNAM}
 */
public record GeoJsonSummary(long features, int epsg, long swapped, long outsideVietnam, List<ImportIssue> issues) {}
