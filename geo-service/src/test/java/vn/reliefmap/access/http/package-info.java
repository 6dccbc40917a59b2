/** Tests of what every answer passes. */
@NullMarked
package vn.reliefmap.access.http;

import org.jspecify.annotations.NullMarked;
