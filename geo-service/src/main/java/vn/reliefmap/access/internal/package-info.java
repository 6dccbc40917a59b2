/** How accounts and tokens are kept and checked. */
@NullMarked
package vn.reliefmap.access.internal;

import org.jspecify.annotations.NullMarked;
