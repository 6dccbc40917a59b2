/** Who stands in the water, by commune and depth, and whom no wheels reach, at each moment. */
@NullMarked
package vn.reliefmap.exposure;

import org.jspecify.annotations.NullMarked;
