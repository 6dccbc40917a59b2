/** Tests of the passability rules. */
@NullMarked
package vn.reliefmap.passability;

import org.jspecify.annotations.NullMarked;
