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
        return event -> {
            var pdf = content.get();
            var fileName = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20") + ".pdf";
            event.setContentType("application/pdf");
            event.setContentLength(pdf.length);
            event.getResponse()
                    .setHeader(
                            "Content-Disposition", "attachment; filename=\"paper.pdf\"; filename*=UTF-8''" + fileName);
            event.getOutputStream().write(pdf);
        };
    }
}
