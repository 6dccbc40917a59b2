/** Roads, water, places and buildings of the imported extract, and the tiles drawn from them. */
@NullMarked
package vn.reliefmap.basemap;

import org.jspecify.annotations.NullMarked;
