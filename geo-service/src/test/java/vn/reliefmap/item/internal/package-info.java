/** Tests of the catalogue's file and table. */
@NullMarked
package vn.reliefmap.item.internal;

import org.jspecify.annotations.NullMarked;
