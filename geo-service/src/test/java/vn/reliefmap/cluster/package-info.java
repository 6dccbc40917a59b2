/** Tests of clusters and delivery zones through their doors. */
@NullMarked
package vn.reliefmap.cluster;

import org.jspecify.annotations.NullMarked;
