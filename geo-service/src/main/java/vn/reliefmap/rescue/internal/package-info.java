/** Calls, crews and the choice between them. */
@NullMarked
package vn.reliefmap.rescue.internal;

import org.jspecify.annotations.NullMarked;
