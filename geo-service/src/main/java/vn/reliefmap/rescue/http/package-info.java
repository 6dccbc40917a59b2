/** Calls and crews over HTTP. */
@NullMarked
package vn.reliefmap.rescue.http;

import org.jspecify.annotations.NullMarked;
