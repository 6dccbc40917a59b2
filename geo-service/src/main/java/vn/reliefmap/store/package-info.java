/** Where the truth is kept: starts the private PostGIS cluster, says how to reach the database, announces changes, dumps it whole. */
@NullMarked
package vn.reliefmap.store;

import org.jspecify.annotations.NullMarked;
