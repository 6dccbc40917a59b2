/** Tests of what the public may see. */
@NullMarked
package vn.reliefmap.exposure.internal;

import org.jspecify.annotations.NullMarked;
