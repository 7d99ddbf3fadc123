package cn.minqing.texts;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes the Traditional Chinese bundles from the Simplified ones. After changing a text run
 *
 * <pre>./mvnw test -Dtest=BundlesTest -Dbundles.write=true</pre>
 */
final class TraditionalChinese {
    private static final String HEADER = "# Written by TraditionalChinese from the Simplified file; change that one.\n";

    /**
     * Applied to the converter's result: characters as Taiwan and Hong Kong write them, and what it gets wrong. The
     * vocabulary stays that of the seed S2, so the converter for Taiwan's own words is not used.
     */
    private static final Map<String, String> CORRECTIONS = Map.ofEntries(
            Map.entry("爲", "為"),
            Map.entry("裏", "裡"),
            Map.entry("羣", "群"),
            Map.entry("覈", "核"),
            Map.entry("纔", "才"),
            Map.entry("僞", "偽"),
            Map.entry("牀", "床"),
            Map.entry("衆", "眾"),
            Map.entry("臺賬", "台賬"),
            Map.entry("簡體", "简体"));

    private TraditionalChinese() {}

    static void write(Bundle bundle) throws IOException {
        Files.writeString(bundle.traditional(), of(bundle.chinese()));
    }

    /** The text the Traditional file must have. */
    static String of(Path chinese) throws IOException {
        return HEADER
                + Files.readAllLines(chinese).stream()
                        .filter(line -> !line.startsWith("#"))
                        .map(TraditionalChinese::line)
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    private static String line(String line) {
        var value = line.indexOf('=') + 1;
        return line.substring(0, value) + convert(line.substring(value));
    }

    private static String convert(String text) {
        var converted = ZhConverterUtil.toTraditional(text);
        for (var correction : CORRECTIONS.entrySet()) {
            converted = converted.replace(correction.getKey(), correction.getValue());
        }
        return converted;
    }
}
