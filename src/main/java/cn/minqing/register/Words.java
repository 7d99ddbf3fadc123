package cn.minqing.register;

import java.io.IOException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The headings and ways of writing that lists have, from {@code register/words.yaml}. */
record Words(
        Map<ImportKind, List<Column>> columns,
        List<String> skipped,
        Set<String> yes,
        Set<String> no,
        Set<String> urban,
        Set<String> rural,
        Set<String> none,
        String separators,
        Map<String, Set<String>> sex,
        Map<String, Set<String>> relation,
        Map<String, Set<String>> role,
        List<String> groupIgnored,
        String digits,
        String ten,
        String dateMarks) {

    /** @param names how lists call it; the first stands on the sheet to download */
    record Column(
            String field,
            List<String> names,
            boolean required,
            @Nullable String hint,
            @Nullable String sample) {
        String title() {
            return names.getFirst();
        }
    }

    private static final Words WORDS = load();
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\n\\t]]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern DIGITS = Pattern.compile("\\d{1,2}");
    private static final Map<String, Map<String, String>> MEANINGS =
            Map.of("sex", byWord(WORDS.sex), "relation", byWord(WORDS.relation), "role", byWord(WORDS.role));

    /** How rows begin that are no data. */
    static final List<String> REMARKS = WORDS.skipped.stream().map(Words::tidy).toList();

    static Words get() {
        return WORDS;
    }

    private static Words load() {
        try (var in = Words.class.getResourceAsStream("/register/words.yaml")) {
            return YAMLMapper.builder()
                    .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build()
                    .readValue(in, Words.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> byWord(Map<String, Set<String>> words) {
        var meanings = new HashMap<String, String>();
        words.forEach((meaning, written) -> {
            written.forEach(word -> meanings.putIfAbsent(tidy(word), meaning));
            meanings.put(meaning.toLowerCase(Locale.ROOT), meaning);
            meanings.put(meaning.toLowerCase(Locale.ROOT).replace('_', '-'), meaning);
        });
        return meanings;
    }

    /** The text as it is meant: full-width letters and digits made plain, invisible and repeated blanks taken away. */
    static String tidy(String text) {
        if (isPlain(text)) {
            return text;
        }
        var normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return BLANKS.matcher(INVISIBLE.matcher(normal).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /** Most cells are: asking first saves most of the time of a long list. */
    private static boolean isPlain(String text) {
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if ((letter <= ' ' || letter > '~') && (letter < '\u4e00' || letter > '\u9fff')) {
                return false;
            }
        }
        return true;
    }

    /** A heading without blanks, remarks in brackets, stars and colons. */
    static String heading(String text) {
        return tidy(text)
                .replaceAll("\\([^)]*\\)", "")
                .replaceAll("[\\s*:/、]", "")
                .toLowerCase(Locale.ROOT);
    }

    /** The name of the enum constant that a word for sex, relation or role stands for. */
    static Optional<String> meaning(String of, String text) {
        return Optional.ofNullable(MEANINGS.get(of).get(text.toLowerCase(Locale.ROOT)));
    }

    List<String> list(String text) {
        return Arrays.stream(text.split("[" + Pattern.quote(tidy(separators) + separators) + "]"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .collect(Collectors.toList());
    }

    /** A group's name for comparison: 第3村民小组, 三组 and 3组 are the same. */
    String group(String name) {
        var plain = tidy(name).replace(" ", "");
        for (var ignored : groupIgnored) {
            plain = plain.replace(ignored, "");
        }
        return DIGITS.matcher(plain).replaceAll(found -> numeral(Integer.parseInt(found.group())));
    }

    private String numeral(int number) {
        var tens = number / 10;
        var ones = number % 10;
        return (tens > 1 ? String.valueOf(digits.charAt(tens)) : "")
                + (tens > 0 ? ten : "")
                + (ones > 0 || number == 0 ? String.valueOf(digits.charAt(ones)) : "");
    }
}
