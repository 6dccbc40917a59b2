/** The archive, its parts and the sums that prove them. */
@NullMarked
package vn.reliefmap.backup.internal;

import org.jspecify.annotations.NullMarked;
