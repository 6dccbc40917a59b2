/** The supply room's http part. */
@NullMarked
package vn.reliefmap.supply.http;

import org.jspecify.annotations.NullMarked;
