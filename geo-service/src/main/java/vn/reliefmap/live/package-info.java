/** Tells open pages that something changed; they read it again through their own tier. */
@NullMarked
package vn.reliefmap.live;

import org.jspecify.annotations.NullMarked;
