package cn.minqing.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Everything people read is there in three languages, and none of it in the code. */
class BundlesTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
    private static final Pattern COMMENTS_AND_STRINGS = Pattern.compile(
            "//[^\\n]*|/\\*.*?\\*/|(?<literal>\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\])+')",
            Pattern.DOTALL);
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    /** Files whose Chinese is data rather than words of the pages, with the reason. */
    private static final Map<String, String> DATA = Map.of(
            "cn/minqing/demo/", "names of the invented people and places",
            "cn/minqing/household/Initials.java", "surnames with a reading of their own",
            "cn/minqing/household/Mask.java", "what stands for a name that is hidden",
            "cn/minqing/campaign/PlanPaper.java", "the title of a paper",
            "cn/minqing/campaign/ContactCards.java", "the title of a paper, which is Chinese whoever prints it");

    /** How a date is written, which depends on the language and not on the page. */
    private static final Pattern DATE_PATTERN = Pattern.compile("[\"yMdEHms年月日时分秒: -]+");

    @Test
    @DisplayName("每条中文文字都有英文，占位符一致")
    void english_has_the_same_texts() {
        for (var bundle : Bundle.all()) {
            var chinese = Bundle.texts(bundle.chinese());
            var english = Bundle.texts(bundle.english());
            assertThat(english.keySet()).as("%s", bundle.english()).isEqualTo(chinese.keySet());
            chinese.forEach((key, text) -> assertThat(placeholders(english.get(key)))
                    .as("placeholders of %s in English", key)
                    .isEqualTo(placeholders(text)));
        }
    }

    @Test
    @DisplayName("繁体文字由简体生成且不过期")
    void traditional_is_written_from_simplified() throws IOException {
        for (var bundle : Bundle.all()) {
            if (Boolean.getBoolean("bundles.write")) {
                TraditionalChinese.write(bundle);
            }
            assertThat(bundle.traditional())
                    .as("run: mvn test -Dtest=BundlesTest -Dbundles.write=true")
                    .exists()
                    .hasContent(TraditionalChinese.of(bundle.chinese()));
        }
    }

    @Test
    @DisplayName("没有空白文字，没有重复的键，撇号已成对")
    void texts_are_well_formed() throws IOException {
        var faults = new ArrayList<String>();
        var owners = new HashMap<String, Path>();
        for (var bundle : Bundle.all()) {
            for (var file : List.of(bundle.chinese(), bundle.english())) {
                Bundle.texts(file).forEach((key, text) -> {
                    if (text.isBlank()) {
                        faults.add(file + ": " + key + " is blank");
                    }
                    if (!placeholders(text).isEmpty() && text.replace("''", "").contains("'")) {
                        faults.add(file + ": " + key + " needs '' for each apostrophe, it has placeholders");
                    }
                });
                var keys = new TreeSet<String>();
                for (var line : Files.readAllLines(file)) {
                    var end = line.indexOf('=');
                    if (end > 0
                            && !line.startsWith("#")
                            && !keys.add(line.substring(0, end).strip())) {
                        faults.add(file + ": " + line.substring(0, end) + " stands there twice");
                    }
                }
            }
            Bundle.texts(bundle.chinese()).keySet().forEach(key -> {
                var other = owners.put(key, bundle.chinese());
                if (other != null) {
                    faults.add(key + " is in " + other + " and " + bundle.chinese());
                }
            });
        }
        assertThat(faults).isEmpty();
    }

    @Test
    @DisplayName("代码里没有写死的中文")
    void no_chinese_in_the_code() throws IOException {
        var found = new ArrayList<String>();
        for (var root : List.of(Path.of("src/main/java"), Path.of("ui/java"))) {
            try (var files = Files.walk(root)) {
                for (var file :
                        files.filter(f -> f.toString().endsWith(".java")).toList()) {
                    var path = root.relativize(file).toString();
                    if (DATA.keySet().stream().noneMatch(path::startsWith)) {
                        found.addAll(chineseLiterals(path, Files.readString(file)));
                    }
                }
            }
        }
        assertThat(found).as("put these into src/main/resources/messages").isEmpty();
    }

    private static List<String> chineseLiterals(String path, String source) {
        var found = new ArrayList<String>();
        var tokens = COMMENTS_AND_STRINGS.matcher(source);
        while (tokens.find()) {
            var literal = tokens.group("literal");
            if (literal != null
                    && HAN.matcher(literal).find()
                    && !DATE_PATTERN.matcher(literal).matches()) {
                var line = source.substring(0, tokens.start()).lines().count();
                found.add(path + ":" + line + " " + literal.lines().findFirst().orElse(""));
            }
        }
        return found;
    }

    private static TreeSet<String> placeholders(String text) {
        var found = new TreeSet<String>();
        var matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
