/** Tests of the water's front doors, on a real PostGIS. */
@NullMarked
package vn.reliefmap.flood;

import org.jspecify.annotations.NullMarked;
