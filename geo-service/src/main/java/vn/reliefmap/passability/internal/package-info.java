/** How the limits of the vehicle classes are read from the settings. */
@NullMarked
package vn.reliefmap.passability.internal;

import org.jspecify.annotations.NullMarked;
