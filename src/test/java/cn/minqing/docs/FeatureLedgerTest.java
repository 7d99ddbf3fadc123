package cn.minqing.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/features.md} must speak of every demand of the domain and name tests that exist. */
class FeatureLedgerTest {
    private static final Pattern ROW =
            Pattern.compile("^\\| ([SR][0-9.]+) \\| [^|]+ \\| (works|partly|not yet) \\| ([^|]*) \\|$");
    /** How many demands each of the nine systems makes. */
    private static final int[] DEMANDS = {11, 11, 10, 5, 3, 1, 14, 9, 10};

    private static final int RULES = 10;

    private record Row(String id, String state, String tests) {}

    @Test
    void every_demand_has_one_row() throws IOException {
        assertThat(rows().stream().map(Row::id)).containsExactlyElementsOf(demands());
    }

    @Test
    void what_works_names_a_test_and_every_named_test_exists() throws IOException {
        for (var row : rows()) {
            if (!row.state().equals("not yet")) {
                assertThat(row.tests()).as(row.id()).isNotBlank();
            }
            for (var named : row.tests().split(",")) {
                if (!named.isBlank()) {
                    assertThat(exists(named.strip().replace("`", "")))
                            .as(row.id() + ": " + named)
                            .isTrue();
                }
            }
        }
    }

    private static List<Row> rows() throws IOException {
        try (var lines = Files.lines(Path.of("docs/features.md"))) {
            return lines.map(ROW::matcher)
                    .filter(java.util.regex.Matcher::matches)
                    .map(row -> new Row(row.group(1), row.group(2), row.group(3)))
                    .toList();
        }
    }

    private static List<String> demands() {
        var ids = new ArrayList<String>();
        IntStream.rangeClosed(1, DEMANDS.length)
                .forEach(system -> IntStream.rangeClosed(1, DEMANDS[system - 1])
                        .forEach(demand -> ids.add("S" + system + "." + demand)));
        IntStream.rangeClosed(1, RULES).forEach(rule -> ids.add("R" + rule));
        return ids;
    }

    private static boolean exists(String named) throws IOException {
        var parts = named.split("#");
        return parts.length == 2 && methods().getOrDefault(parts[0], List.of()).contains(parts[1]);
    }

    private static TreeMap<String, List<String>> methods() throws IOException {
        var known = new TreeMap<String, List<String>>();
        for (var root : List.of(Path.of("src/test/java"), Path.of("ui/test"))) {
            try (Stream<Path> files = Files.walk(root)) {
                for (var file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    var type = root.relativize(file)
                            .toString()
                            .replace(".java", "")
                            .replace('/', '.');
                    var simple = file.getFileName().toString().replace(".java", "");
                    known.put(simple, tests(type));
                }
            }
        }
        return known;
    }

    private static List<String> tests(String type) {
        try {
            var declared = Class.forName(type, false, FeatureLedgerTest.class.getClassLoader())
                    .getDeclaredMethods();
            return Stream.of(declared)
                    .filter(method -> Stream.of(method.getAnnotations())
                            .anyMatch(annotation ->
                                    annotation.annotationType().getSimpleName().endsWith("Test")))
                    .map(Method::getName)
                    .toList();
        } catch (ClassNotFoundException e) {
            return List.of();
        }
    }
}
