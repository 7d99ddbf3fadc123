package cn.minqing.ui.issue;

import tools.jackson.databind.json.JsonMapper;

/** One kept text as the JSON of a draft. */
final class Kept {
    private static final JsonMapper JSON = JsonMapper.shared();

    private Kept() {}

    static String json(String text) {
        return JSON.writeValueAsString(text);
    }

    static String text(String json) {
        return JSON.readValue(json, String.class);
    }
}
