/** Keeps plans in the database and makes them one after the other, beside the callers. */
@NullMarked
package vn.reliefmap.plan.internal.kept;

import org.jspecify.annotations.NullMarked;
