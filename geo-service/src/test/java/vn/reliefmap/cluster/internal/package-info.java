/** Tests of the cluster room's engine on real PostGIS. */
@NullMarked
package vn.reliefmap.cluster.internal;

import org.jspecify.annotations.NullMarked;
