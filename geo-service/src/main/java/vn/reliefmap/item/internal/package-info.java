/** The item room's internal part: the file of items and its table. */
@NullMarked
package vn.reliefmap.item.internal;

import org.jspecify.annotations.NullMarked;
