/** The search behind the door of the room plan. */
@NullMarked
package vn.reliefmap.plan.internal;

import org.jspecify.annotations.NullMarked;
