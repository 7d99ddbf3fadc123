package cn.minqing.campaign;

import cn.minqing.platform.UserError.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The text of a template as a tree, with the line each part stands on. The text may come from anybody: its size, depth
 * and number of parts are limited, and references, which make a small text huge, are refused.
 */
final class TemplateText {
    static final int MOST_LETTERS = 200_000;

    private static final int MOST_DEPTH = 12;
    private static final int MOST_PARTS = 20_000;
    private static final JsonNodeFactory NODES = JsonMapper.shared().getNodeFactory();
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setAllowDuplicateKeys(true)
            .setCodePointLimit(MOST_LETTERS)
            .setMaxAliasesForCollections(0)
            .build();

    private final @Nullable ObjectNode tree;
    private final Map<String, Integer> lines;
    private final @Nullable TemplateFault fault;

    private TemplateText(@Nullable ObjectNode tree, Map<String, Integer> lines, @Nullable TemplateFault fault) {
        this.tree = tree;
        this.lines = lines;
        this.fault = fault;
    }

    static TemplateText read(String text) {
        var lines = new HashMap<String, Integer>();
        try {
            if (text.length() > MOST_LETTERS) {
                throw new Unreadable(0, "", Message.of("template.fault.long", MOST_LETTERS));
            }
            harmless(text);
            var node = new Compose(SETTINGS)
                    .composeString(text)
                    .orElseThrow(() -> new Unreadable(1, "", Message.of("template.fault.empty")));
            if (!(node instanceof MappingNode mapping)) {
                throw new Unreadable(line(node), "", Message.of("template.fault.noFields"));
            }
            return new TemplateText(fields(mapping, "", lines), lines, null);
        } catch (Unreadable unreadable) {
            return new TemplateText(null, lines, unreadable.fault);
        } catch (MarkedYamlEngineException e) {
            var line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            return new TemplateText(null, lines, new TemplateFault(line, "", Message.of("template.fault.yaml")));
        } catch (YamlEngineException e) {
            return new TemplateText(null, lines, new TemplateFault(0, "", Message.of("template.fault.yaml")));
        }
    }

    /** @throws IllegalStateException when the text could not be read */
    ObjectNode tree() {
        if (tree == null) {
            throw new IllegalStateException("Not readable");
        }
        return tree;
    }

    /** Why the text cannot be read at all; null when it can. */
    @Nullable
    TemplateFault fault() {
        return fault;
    }

    /** The line of a place or, when the text has nothing there, of the nearest place around it. */
    int line(String field) {
        var place = field;
        while (!place.isEmpty()) {
            var line = lines.get(place);
            if (line != null) {
                return line;
            }
            place = place.substring(0, Math.max(0, Math.max(place.lastIndexOf('.'), place.lastIndexOf('['))));
        }
        return 1;
    }

    List<TemplateFault> at(List<? extends Map.Entry<String, Message>> found) {
        return found.stream()
                .map(one -> new TemplateFault(line(one.getKey()), one.getKey(), one.getValue()))
                .toList();
    }

    // Looked at before anything is built: building goes as deep as the text does.
    private static void harmless(String text) {
        var depth = 0;
        var parts = 0;
        var documents = 0;
        for (var event : new Parse(SETTINGS).parseString(text)) {
            var line = lineOf(event);
            if (event instanceof AliasEvent
                    || (event instanceof NodeEvent node && node.getAnchor().isPresent())) {
                throw new Unreadable(line, "", Message.of("template.fault.reference"));
            }
            if (event instanceof DocumentStartEvent && ++documents > 1) {
                throw new Unreadable(line, "", Message.of("template.fault.documents"));
            }
            if (event instanceof CollectionStartEvent && ++depth > MOST_DEPTH) {
                throw new Unreadable(line, "", Message.of("template.fault.deep", MOST_DEPTH));
            }
            if (event instanceof CollectionEndEvent) {
                depth--;
            }
            if (++parts > MOST_PARTS) {
                throw new Unreadable(line, "", Message.of("template.fault.long", MOST_LETTERS));
            }
        }
    }

    private static ObjectNode fields(MappingNode mapping, String path, Map<String, Integer> lines) {
        var object = NODES.objectNode();
        for (var entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                throw new Unreadable(line(entry.getKeyNode()), path, Message.of("template.fault.key"));
            }
            var place = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
            if (object.has(key.getValue())) {
                throw new Unreadable(line(key), place, Message.of("template.fault.twice"));
            }
            lines.put(place, line(key));
            object.set(key.getValue(), value(entry.getValueNode(), place, lines));
        }
        return object;
    }

    private static JsonNode value(Node node, String path, Map<String, Integer> lines) {
        return switch (node) {
            case MappingNode mapping when Tag.MAP.equals(mapping.getTag()) -> fields(mapping, path, lines);
            case SequenceNode sequence
            when Tag.SEQ.equals(sequence.getTag()) -> {
                var array = NODES.arrayNode();
                for (var item : sequence.getValue()) {
                    var place = path + "[" + array.size() + "]";
                    lines.put(place, line(item));
                    array.add(value(item, place, lines));
                }
                yield array;
            }
            case ScalarNode scalar -> scalar(scalar, path);
            default -> throw new Unreadable(line(node), path, Message.of("template.fault.tag"));
        };
    }

    private static JsonNode scalar(ScalarNode scalar, String path) {
        var tag = scalar.getTag();
        var written = scalar.getValue();
        if (Tag.STR.equals(tag)) {
            return NODES.stringNode(written);
        }
        if (Tag.BOOL.equals(tag)) {
            return NODES.booleanNode(Boolean.parseBoolean(written));
        }
        if (Tag.NULL.equals(tag)) {
            return NODES.nullNode();
        }
        if (Tag.INT.equals(tag) && written.matches("[+-]?\\d{1,9}")) {
            return NODES.numberNode(Integer.parseInt(written));
        }
        if (Tag.INT.equals(tag) || Tag.FLOAT.equals(tag)) {
            return NODES.stringNode(written);
        }
        throw new Unreadable(line(scalar), path, Message.of("template.fault.tag"));
    }

    private static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    }

    private static int lineOf(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    }

    private static final class Unreadable extends RuntimeException {
        private final transient TemplateFault fault;

        Unreadable(int line, String field, Message reason) {
            super(reason.code(), null, false, false);
            this.fault = new TemplateFault(line, field, reason);
        }
    }
}
