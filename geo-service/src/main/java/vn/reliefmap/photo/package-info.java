/** Photos that people send as evidence: made harmless, without anything of where and by what they were taken. */
@NullMarked
package vn.reliefmap.photo;

import org.jspecify.annotations.NullMarked;
