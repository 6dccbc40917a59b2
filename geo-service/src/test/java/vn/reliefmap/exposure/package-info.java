/** Tests of who stands in the water, on a real PostGIS. */
@NullMarked
package vn.reliefmap.exposure;

import org.jspecify.annotations.NullMarked;
