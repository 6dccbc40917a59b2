/** The admin room's internal part: tables, the search by name and the search by place. */
@NullMarked
package vn.reliefmap.admin.internal;

import org.jspecify.annotations.NullMarked;
