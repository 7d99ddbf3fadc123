package cn.minqing.process.engine;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.impl.variable.serializer.AbstractObjectValueSerializer;

/**
 * Keeps a list of ids, over which a model repeats a task, as plain text: Java's own serialization is switched off, and
 * nothing else than ids belongs into a list.
 */
final class IdListSerializer extends AbstractObjectValueSerializer {
    private static final String FORMAT = "text/x-ids";
    private static final String SEPARATOR = ",";

    IdListSerializer() {
        super(FORMAT);
    }

    @Override
    public String getName() {
        return "minqing-ids";
    }

    @Override
    protected boolean canSerializeValue(Object value) {
        return value instanceof List<?> list && list.stream().allMatch(IdListSerializer::isId);
    }

    private static boolean isId(Object value) {
        if (!(value instanceof String text)) {
            return false;
        }
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    protected String getTypeNameForDeserialized(Object deserialized) {
        return List.class.getName();
    }

    @Override
    protected byte[] serializeToByteArray(Object deserialized) {
        var ids = ((List<?>) deserialized).stream().map(String::valueOf).toList();
        return String.join(SEPARATOR, ids).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected Object deserializeFromByteArray(byte[] bytes, String typeName) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(SEPARATOR));
    }

    @Override
    protected boolean isSerializationTextBased() {
        return true;
    }
}
