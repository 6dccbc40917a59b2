/** Tests of pledges and claims. */
@NullMarked
package vn.reliefmap.commitment.internal;

import org.jspecify.annotations.NullMarked;
