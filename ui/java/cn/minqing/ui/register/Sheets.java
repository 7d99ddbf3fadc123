package cn.minqing.ui.register;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Excel files that a service writes. */
final class Sheets {
    private Sheets() {}

    interface Writer {
        void write(OutputStream out) throws IOException;
    }

    /** @param name without extension, translated already */
    static DownloadHandler download(String name, Writer writer) {
        return event -> {
            var fileName = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20") + ".xlsx";
            event.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
            event.getResponse()
                    .setHeader(
                            "Content-Disposition", "attachment; filename=\"list.xlsx\"; filename*=UTF-8''" + fileName);
            var before = UI.getCurrent();
            UI.setCurrent(event.getUI());
            try {
                writer.write(event.getOutputStream());
            } finally {
                UI.setCurrent(before);
            }
        };
    }
}
