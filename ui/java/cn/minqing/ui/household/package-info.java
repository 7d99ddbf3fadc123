/** The register of households and the file of each: what the pages show and how members are corrected. */
@NullMarked
package cn.minqing.ui.household;

import org.jspecify.annotations.NullMarked;
