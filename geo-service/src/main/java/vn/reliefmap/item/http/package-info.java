/** The item room's http part. */
@NullMarked
package vn.reliefmap.item.http;

import org.jspecify.annotations.NullMarked;
