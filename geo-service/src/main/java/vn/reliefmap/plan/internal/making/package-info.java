/** Makes plans: gathers needs, stock, vehicles and ways, divides short stock, asks for tours, and tells them in words. */
@NullMarked
package vn.reliefmap.plan.internal.making;

import org.jspecify.annotations.NullMarked;
