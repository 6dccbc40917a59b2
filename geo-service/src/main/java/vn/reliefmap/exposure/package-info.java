/** Who and what stands in the water, by commune and depth, at each moment. */
@NullMarked
package vn.reliefmap.exposure;

import org.jspecify.annotations.NullMarked;
