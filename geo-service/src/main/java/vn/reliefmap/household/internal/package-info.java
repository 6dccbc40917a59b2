/** The household room's internal part: reading lists and storing them. */
@NullMarked
package vn.reliefmap.household.internal;

import org.jspecify.annotations.NullMarked;
