/** Where the truth is kept: starts the private PostGIS cluster, says how to reach the database, and announces changes. */
@NullMarked
package vn.reliefmap.store;

import org.jspecify.annotations.NullMarked;
