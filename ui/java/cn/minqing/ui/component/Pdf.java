package cn.minqing.ui.component;

import com.vaadin.flow.server.streams.DownloadHandler;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Downloads of papers. */
public final class Pdf {
    private Pdf() {}

    /**
     * A PDF made when it is asked for.
     *
     * @param name of the file without extension, translated already
     * @param content asked for in the session of who downloads
     */
    public static DownloadHandler download(String name, Supplier<byte[]> content) {
        return download(name, ".pdf", "application/pdf", content);
    }

    static DownloadHandler download(String name, String extension, String type, Supplier<byte[]> content) {
        return event -> {
            var file = content.get();
            var fileName = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20") + extension;
            event.setContentType(type);
            event.setContentLength(file.length);
            event.getResponse()
                    .setHeader(
                            "Content-Disposition",
                            "attachment; filename=\"paper" + extension + "\"; filename*=UTF-8''" + fileName);
            event.getOutputStream().write(file);
        };
    }
}
