/** The disaster room's http part. */
@NullMarked
package vn.reliefmap.disaster.http;

import org.jspecify.annotations.NullMarked;
