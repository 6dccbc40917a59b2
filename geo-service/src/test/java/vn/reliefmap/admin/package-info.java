/** Tests of admin units through their front door. */
@NullMarked
package vn.reliefmap.admin;

import org.jspecify.annotations.NullMarked;
