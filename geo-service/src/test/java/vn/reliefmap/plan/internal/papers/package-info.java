/** Tests of what a team takes along. */
@NullMarked
package vn.reliefmap.plan.internal.papers;

import org.jspecify.annotations.NullMarked;
