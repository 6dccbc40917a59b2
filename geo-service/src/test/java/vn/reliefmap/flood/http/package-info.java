/** Tests of the flood room's endpoints. */
@NullMarked
package vn.reliefmap.flood.http;

import org.jspecify.annotations.NullMarked;
