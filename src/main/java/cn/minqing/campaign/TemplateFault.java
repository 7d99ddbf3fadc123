package cn.minqing.campaign;

import cn.minqing.platform.UserError.Message;

/**
 * What is wrong at one place of a template.
 *
 * @param line of the text, counted from 1; 0 when the text cannot tell
 * @param field the place, as {@code obligations[3].least}; empty for the whole
 */
public record TemplateFault(int line, String field, Message reason) {}
