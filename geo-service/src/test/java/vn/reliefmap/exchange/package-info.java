/** Tests of files that come in and go out. */
@NullMarked
package vn.reliefmap.exchange;

import org.jspecify.annotations.NullMarked;
