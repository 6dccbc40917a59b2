/** Routes over HTTP. */
@NullMarked
package vn.reliefmap.routing.http;

import org.jspecify.annotations.NullMarked;
