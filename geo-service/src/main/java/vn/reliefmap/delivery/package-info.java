/** What was handed over, and the recipient's own word for it. */
@NullMarked
package vn.reliefmap.delivery;

import org.jspecify.annotations.NullMarked;
