/** Tests of the short form. */
@NullMarked
package vn.reliefmap.message.internal.form;

import org.jspecify.annotations.NullMarked;
