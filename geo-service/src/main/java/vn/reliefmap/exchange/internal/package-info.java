/** The exchange room's internal part: CSV as text. */
@NullMarked
package vn.reliefmap.exchange.internal;

import org.jspecify.annotations.NullMarked;
