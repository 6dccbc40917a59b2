/** For a piece of road or water and a vehicle class: open, slow, closed or unknown; a pure function that knows no graph. */
@NullMarked
package vn.reliefmap.passability;

import org.jspecify.annotations.NullMarked;
