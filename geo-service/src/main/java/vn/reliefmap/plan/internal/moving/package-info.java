/** One stop of a plan moved by hand: what would break, and the plan that has the move. */
@NullMarked
package vn.reliefmap.plan.internal.moving;

import org.jspecify.annotations.NullMarked;
