/** Writes into one file what cannot be made again, and puts it back: database, road graph and other files of the home; keys apart. */
@NullMarked
package vn.reliefmap.backup;

import org.jspecify.annotations.NullMarked;
