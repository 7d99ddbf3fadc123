package cn.minqing.campaign;

import java.util.List;

/**
 * One difference between two versions of a template.
 *
 * @param path from the outermost part to the innermost
 * @param before what stood there, empty for nothing
 * @param after what stands there now, empty for nothing
 */
public record TemplateChange(List<Step> path, String before, String after) {
    /**
     * @param part the part as the schema knows it, with {@code []} for an entry of a list: {@code obligations[].name}
     * @param entry the name or code of the entry of a list; empty where the part is no entry
     */
    public record Step(String part, String entry) {}
}
