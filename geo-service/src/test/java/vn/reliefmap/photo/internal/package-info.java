/** Tests of what becomes of photos. */
@NullMarked
package vn.reliefmap.photo.internal;

import org.jspecify.annotations.NullMarked;
