/** Plans over HTTP. */
@NullMarked
package vn.reliefmap.plan.http;

import org.jspecify.annotations.NullMarked;
