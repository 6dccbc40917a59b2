/** How households are counted against the water, and which counts the public may see. */
@NullMarked
package vn.reliefmap.exposure.internal;

import org.jspecify.annotations.NullMarked;
