/** What every context stands on: the application clock, workdays, identifiers, audit and errors that a user can read. */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package cn.minqing.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
