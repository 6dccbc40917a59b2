/** The exposure room's endpoint. */
@NullMarked
package vn.reliefmap.exposure.http;

import org.jspecify.annotations.NullMarked;
