/** A hierarchy of roads whose shape is found once per network and whose weights are filled in anew for each water. */
@NullMarked
package vn.reliefmap.routing.internal.contraction;

import org.jspecify.annotations.NullMarked;
