/** Who is signed in, in which role, for which units, and how exactly they may see a place. */
@NullMarked
package vn.reliefmap.access;

import org.jspecify.annotations.NullMarked;
