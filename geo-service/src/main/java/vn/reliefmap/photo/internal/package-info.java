/** Reads, cleans and keeps photos. */
@NullMarked
package vn.reliefmap.photo.internal;

import org.jspecify.annotations.NullMarked;
