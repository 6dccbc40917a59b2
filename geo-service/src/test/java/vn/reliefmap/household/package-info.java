/** Tests of lists of households. */
@NullMarked
package vn.reliefmap.household;

import org.jspecify.annotations.NullMarked;
