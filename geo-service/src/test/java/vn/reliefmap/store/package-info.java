/** Tests of the store, and the real PostGIS that all tests use. */
@NullMarked
package vn.reliefmap.store;

import org.jspecify.annotations.NullMarked;
