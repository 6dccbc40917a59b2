/** The exchange room's internal part: CSV as text, workbooks as rows. */
@NullMarked
package vn.reliefmap.exchange.internal;

import org.jspecify.annotations.NullMarked;
