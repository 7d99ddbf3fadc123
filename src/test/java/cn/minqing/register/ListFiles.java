package cn.minqing.register;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/** Writes the files that people upload. */
final class ListFiles {
    private ListFiles() {}

    static Path xlsx(List<List<String>> rows) {
        return write(".xlsx", out -> {
            try (var workbook = new Workbook(out, "test", "1.0")) {
                var sheet = workbook.newWorksheet("名册");
                for (var row = 0; row < rows.size(); row++) {
                    for (var column = 0; column < rows.get(row).size(); column++) {
                        var text = rows.get(row).get(column);
                        if (text.startsWith("=")) {
                            sheet.formula(row, column, text.substring(1));
                        } else if (!text.isEmpty()) {
                            sheet.value(row, column, text);
                        }
                    }
                }
            }
        });
    }

    static Path text(String content, String charset) {
        return write(".csv", out -> out.write(content.getBytes(Charset.forName(charset))));
    }

    static Path bytes(byte[] content) {
        return write(".bin", out -> out.write(content));
    }

    interface Content {
        void write(java.io.OutputStream out) throws IOException;
    }

    static Path write(String ending, Content content) {
        try {
            var file = Files.createTempFile("list", ending);
            file.toFile().deleteOnExit();
            try (var out = Files.newOutputStream(file)) {
                content.write(out);
            }
            return file;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
