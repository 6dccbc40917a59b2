/** Files and services for other programs: CSV lists come in, remarks on them go out. */
@NullMarked
package vn.reliefmap.exchange;

import org.jspecify.annotations.NullMarked;
