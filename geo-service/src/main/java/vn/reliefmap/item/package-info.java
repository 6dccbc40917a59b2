/** The catalogue: items with units, mass, volume, rations and names. */
@NullMarked
package vn.reliefmap.item;

import org.jspecify.annotations.NullMarked;
