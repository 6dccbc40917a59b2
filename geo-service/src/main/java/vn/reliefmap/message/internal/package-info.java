/** How SMS are taken, answered and sent. */
@NullMarked
package vn.reliefmap.message.internal;

import org.jspecify.annotations.NullMarked;
