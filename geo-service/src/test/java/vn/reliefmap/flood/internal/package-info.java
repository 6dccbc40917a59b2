/** Tests of how observations are kept, merged, cut and drawn. */
@NullMarked
package vn.reliefmap.flood.internal;

import org.jspecify.annotations.NullMarked;
