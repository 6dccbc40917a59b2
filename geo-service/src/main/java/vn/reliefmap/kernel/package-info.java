/** Typed ids, clock, quantities with units and problem types; no Spring, no SQL, no geometry. */
@NullMarked
package vn.reliefmap.kernel;

import org.jspecify.annotations.NullMarked;
