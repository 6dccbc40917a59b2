/** Tests of the room plan's search. */
@NullMarked
package vn.reliefmap.plan.internal;

import org.jspecify.annotations.NullMarked;
