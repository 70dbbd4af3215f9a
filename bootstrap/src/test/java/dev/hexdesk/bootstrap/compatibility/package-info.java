/** Whether clients of the API that was released last can go on with the present one. */
@NullMarked
package dev.hexdesk.bootstrap.compatibility;

import org.jspecify.annotations.NullMarked;
