/** The doors of the SMS gateway. */
@NullMarked
package vn.reliefmap.message.http;

import org.jspecify.annotations.NullMarked;
