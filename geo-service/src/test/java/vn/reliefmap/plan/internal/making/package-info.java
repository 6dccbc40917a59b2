/** Tests of how plans are made. */
@NullMarked
package vn.reliefmap.plan.internal.making;

import org.jspecify.annotations.NullMarked;
