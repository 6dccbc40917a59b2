/** Tests of needs. */
@NullMarked
package vn.reliefmap.need;

import org.jspecify.annotations.NullMarked;
