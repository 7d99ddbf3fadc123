package cn.minqing.campaign;

import cn.minqing.platform.UserError;
import cn.minqing.platform.UserError.Message;
import java.util.Map;

/** A decision that goes against somebody needs a reason they can read. */
final class Reasons {
    private static final int LONGEST = 500;

    private Reasons() {}

    /**
     * @return the reason without blanks around it
     * @throws UserError {@code form.invalid} at that field
     */
    static String required(String field, String reason) {
        if (reason.isBlank()) {
            throw UserError.invalid(Map.of(field, Message.of("campaign.reason.required")));
        }
        if (reason.strip().length() > LONGEST) {
            throw UserError.invalid(Map.of(field, Message.of("campaign.text.tooLong", LONGEST)));
        }
        return reason.strip();
    }
}
