/** The need room's http part. */
@NullMarked
package vn.reliefmap.need.http;

import org.jspecify.annotations.NullMarked;
