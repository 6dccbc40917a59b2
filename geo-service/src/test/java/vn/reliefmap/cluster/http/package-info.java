/** Tests of the cluster room's endpoints. */
@NullMarked
package vn.reliefmap.cluster.http;

import org.jspecify.annotations.NullMarked;
