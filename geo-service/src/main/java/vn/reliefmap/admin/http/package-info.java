/** The admin room's http part. */
@NullMarked
package vn.reliefmap.admin.http;

import org.jspecify.annotations.NullMarked;
