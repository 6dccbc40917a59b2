/** The stream of server-sent events. */
@NullMarked
package vn.reliefmap.live.http;

import org.jspecify.annotations.NullMarked;
