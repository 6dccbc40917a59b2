/** Tests of the demo's engines. */
@NullMarked
package vn.reliefmap.demo.internal;

import org.jspecify.annotations.NullMarked;
