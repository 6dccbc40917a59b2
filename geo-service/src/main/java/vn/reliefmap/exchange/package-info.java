/** Files and services for other programs: lists come in as CSV or Excel, remarks on them go out. */
@NullMarked
package vn.reliefmap.exchange;

import org.jspecify.annotations.NullMarked;
