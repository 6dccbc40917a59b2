/** What people write in an SMS, read without a database: words, numbers, goods and places. */
@NullMarked
package vn.reliefmap.message.internal.form;

import org.jspecify.annotations.NullMarked;
