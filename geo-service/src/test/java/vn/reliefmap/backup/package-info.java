/** Tests of backups. */
@NullMarked
package vn.reliefmap.backup;

import org.jspecify.annotations.NullMarked;
