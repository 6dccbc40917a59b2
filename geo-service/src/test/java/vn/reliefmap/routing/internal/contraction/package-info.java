/** Tests of the road graph and the water on it: a real graph, a real database, water drawn as polygons. */
@NullMarked
package vn.reliefmap.routing.internal.contraction;

import org.jspecify.annotations.NullMarked;
