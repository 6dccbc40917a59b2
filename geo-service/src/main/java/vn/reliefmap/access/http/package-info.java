/** Signing in, the rules that every request passes, and errors as problem documents. */
@NullMarked
package vn.reliefmap.access.http;

import org.jspecify.annotations.NullMarked;
