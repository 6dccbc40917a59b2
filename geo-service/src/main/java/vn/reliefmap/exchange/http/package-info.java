/** The exchange room's http part: lists that officers send. */
@NullMarked
package vn.reliefmap.exchange.http;

import org.jspecify.annotations.NullMarked;
