/** Reads OpenStreetMap files into the base map's tables, and draws tiles from them. */
@NullMarked
package vn.reliefmap.basemap.internal;

import org.jspecify.annotations.NullMarked;
