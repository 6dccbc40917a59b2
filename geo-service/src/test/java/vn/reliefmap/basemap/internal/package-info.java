/** Tests of reading OpenStreetMap files and of drawing tiles. */
@NullMarked
package vn.reliefmap.basemap.internal;

import org.jspecify.annotations.NullMarked;
