/** The cluster room's engine: loads needs as columns, cuts them into nested cells and sums them up the pyramid. */
@NullMarked
package vn.reliefmap.cluster.internal;

import org.jspecify.annotations.NullMarked;
