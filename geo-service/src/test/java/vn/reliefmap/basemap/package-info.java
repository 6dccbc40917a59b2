/** Tests of the base map. */
@NullMarked
package vn.reliefmap.basemap;

import org.jspecify.annotations.NullMarked;
