/** SMS in and out: a short form for those who have no data link, and every answer within one SMS. */
@NullMarked
package vn.reliefmap.message;

import org.jspecify.annotations.NullMarked;
