/** Tests of accounts and sealed data. */
@NullMarked
package vn.reliefmap.access.internal;

import org.jspecify.annotations.NullMarked;
