package cn.minqing.household;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.Locale;
import java.util.Map;

/** Pinyin initials of a name, for search: 张秋生 is found by {@code zqs}. */
final class Initials {
    /** Family names read differently from the same character elsewhere. */
    private static final Map<String, String> FAMILY_NAMES = Map.ofEntries(
            Map.entry("仇", "q"),
            Map.entry("单", "s"),
            Map.entry("解", "x"),
            Map.entry("曾", "z"),
            Map.entry("查", "z"),
            Map.entry("区", "o"),
            Map.entry("任", "r"),
            Map.entry("朴", "p"),
            Map.entry("盖", "g"),
            Map.entry("种", "c"),
            Map.entry("重", "c"),
            Map.entry("召", "s"),
            Map.entry("秘", "b"),
            Map.entry("缪", "m"),
            Map.entry("乐", "y"),
            Map.entry("员", "y"),
            Map.entry("翟", "z"),
            Map.entry("覃", "q"),
            Map.entry("黑", "h"),
            Map.entry("折", "s"),
            Map.entry("尉", "w"),
            Map.entry("万", "w"));

    private Initials() {}

    static String of(String name) {
        var plain = name.strip();
        if (plain.isEmpty()) {
            return "";
        }
        var letters = new StringBuilder();
        plain.codePoints().forEach(letter -> {
            var character = Character.toString(letter);
            var first = letters.isEmpty() ? FAMILY_NAMES.get(character) : null;
            letters.append(first != null ? first : initial(character));
        });
        return letters.length() > 32 ? letters.substring(0, 32) : letters.toString();
    }

    private static String initial(String character) {
        var pinyin =
                PinyinHelper.toPinyin(character, PinyinStyleEnum.FIRST_LETTER).toLowerCase(Locale.ROOT);
        return pinyin.isEmpty() || !Character.isLetterOrDigit(pinyin.charAt(0)) ? "" : pinyin.substring(0, 1);
    }
}
