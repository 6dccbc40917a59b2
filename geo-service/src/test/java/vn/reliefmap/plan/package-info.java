/** Tests of fair shares and tours. */
@NullMarked
package vn.reliefmap.plan;

import org.jspecify.annotations.NullMarked;
