package cn.minqing.texts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;

/** One area's texts: the Chinese file and its two translations. */
record Bundle(Path chinese, Path english, Path traditional) {
    private static final Path FOLDER = Path.of("src/main/resources/messages");

    static List<Bundle> all() {
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".properties")
                            && !name.endsWith("_en.properties")
                            && !name.endsWith("_zh_TW.properties"))
                    .sorted()
                    .map(name -> name.replace(".properties", ""))
                    .map(area -> new Bundle(
                            FOLDER.resolve(area + ".properties"),
                            FOLDER.resolve(area + "_en.properties"),
                            FOLDER.resolve(area + "_zh_TW.properties")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TreeMap<String, String> texts(Path file) {
        var texts = new TreeMap<String, String>();
        if (Files.exists(file)) {
            var properties = new Properties();
            try (var reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            properties.forEach((key, value) -> texts.put((String) key, (String) value));
        }
        return texts;
    }
}
