/** Tests of taking and sending SMS. */
@NullMarked
package vn.reliefmap.message.internal;

import org.jspecify.annotations.NullMarked;
