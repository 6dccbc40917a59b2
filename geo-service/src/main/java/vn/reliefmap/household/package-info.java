/** Households with place, people and vulnerabilities. */
@NullMarked
package vn.reliefmap.household;

import org.jspecify.annotations.NullMarked;
