/** Sends a cry for help to the nearest crew that can get through, and on until somebody goes. */
@NullMarked
package vn.reliefmap.rescue;

import org.jspecify.annotations.NullMarked;
