/** Tests of the kernel. */
@NullMarked
package vn.reliefmap.kernel;

import org.jspecify.annotations.NullMarked;
