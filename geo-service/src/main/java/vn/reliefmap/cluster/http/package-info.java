/** The cluster room's HTTP endpoints and what they answer. */
@NullMarked
package vn.reliefmap.cluster.http;

import org.jspecify.annotations.NullMarked;
