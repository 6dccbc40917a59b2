/** Tests of who may do what. */
@NullMarked
package vn.reliefmap.access;

import org.jspecify.annotations.NullMarked;
