package cn.minqing.platform;

import java.util.List;
import java.util.Map;

/**
 * Something the user did that cannot be done, told so that the user knows what happened and what to do.
 *
 * <p>{@code code} is the key {@code error.<code>} of the message bundle; {@code args} fill its placeholders. {@code
 * fields} maps the name of a form field to the message that belongs beside it, so that a page can show every fault at
 * once and keep the input.
 */
public class UserError extends RuntimeException {
    private final transient Message message;
    private final transient Map<String, Message> fields;

    /** A key of the message bundle without the prefix {@code error.}, and the values for its placeholders. */
    public record Message(String code, List<Object> args) {
        public static Message of(String code, Object... args) {
            return new Message(code, List.of(args));
        }
    }

    public UserError(String code, Object... args) {
        this(Message.of(code, args), Map.of());
    }

    public UserError(Message message, Map<String, Message> fields) {
        super(message.code() + message.args() + (fields.isEmpty() ? "" : fields));
        this.message = message;
        this.fields = Map.copyOf(fields);
    }

    /** The form has faults; nothing was written. */
    public static UserError invalid(Map<String, Message> fields) {
        return new UserError(Message.of("form.invalid", fields.size()), fields);
    }

    /** The current person may not do this, whatever the page offered. */
    public static UserError forbidden() {
        return new UserError("forbidden");
    }

    public Message message() {
        return message;
    }

    public Map<String, Message> fields() {
        return fields;
    }

    public String code() {
        return message.code();
    }
}
