package cn.minqing.household;

/** Covers what somebody does not need to see. What is unknown stays empty: a mask must not suggest an entry. */
final class Mask {
    private static final String WORDS = "●●";

    private Mask() {}

    static String name(String name, Masking masking) {
        return masking != Masking.FULL || name.isEmpty()
                ? name
                : name.substring(0, name.offsetByCodePoints(0, 1)) + "某某";
    }

    static String phone(String phone, Masking masking) {
        return switch (masking) {
            case NONE -> phone;
            case PARTIAL -> ends(phone, 3, 4);
            case FULL -> phone.isEmpty() ? "" : WORDS;
        };
    }

    static String idNumber(String number, Masking masking) {
        return switch (masking) {
            case NONE -> number;
            case PARTIAL -> ends(number, 6, 2);
            case FULL -> number.isEmpty() ? "" : WORDS;
        };
    }

    static String words(String text, Masking masking) {
        return masking == Masking.NONE || text.isEmpty() ? text : WORDS;
    }

    private static String ends(String text, int head, int tail) {
        if (text.length() <= head + tail) {
            return text.isEmpty() ? "" : "*".repeat(text.length());
        }
        return text.substring(0, head) + "*".repeat(text.length() - head - tail) + text.substring(text.length() - tail);
    }
}
