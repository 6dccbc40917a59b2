package vn.reliefmap.photo;

import java.time.Instant;
import java.util.UUID;

/**
 * A photo as it is kept: a JPEG of at most {@value Photos#LONGEST_SIDE_PX} pixels on its longer side.
 *
 * @param bytes its size
 */
public record Photo(UUID id, int widthPx, int heightPx, int bytes, Instant addedAt) {}
