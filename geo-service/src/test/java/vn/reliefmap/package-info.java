/** The rules of the house, as tests. */
@NullMarked
package vn.reliefmap;

import org.jspecify.annotations.NullMarked;
