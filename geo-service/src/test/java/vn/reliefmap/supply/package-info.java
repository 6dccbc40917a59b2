/** Tests of depots, stock and vehicles. */
@NullMarked
package vn.reliefmap.supply;

import org.jspecify.annotations.NullMarked;
