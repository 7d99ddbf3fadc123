package cn.minqing.document;

import java.util.Map;

/**
 * What somebody writes: a title, and either a text or the answers of the document's form.
 *
 * @param body empty where the document has a form
 * @param answers as JSON has them; empty where it has none
 */
public record DocumentContent(String title, String body, Map<String, Object> answers) {

    public static DocumentContent text(String title, String body) {
        return new DocumentContent(title, body, Map.of());
    }
}
