/** Pages for what is written and published: documents, bulletins, projects, volunteers. */
@NullMarked
package cn.minqing.ui.document;

import org.jspecify.annotations.NullMarked;
