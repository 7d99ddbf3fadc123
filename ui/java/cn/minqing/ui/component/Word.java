package cn.minqing.ui.component;

import com.vaadin.flow.server.streams.DownloadHandler;
import java.util.function.Supplier;

/** Downloads of papers that can be changed in Word. */
public final class Word {
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private Word() {}

    /**
     * A {@code .docx} made when it is asked for.
     *
     * @param name of the file without extension, translated already
     * @param content asked for in the session of who downloads
     */
    public static DownloadHandler download(String name, Supplier<byte[]> content) {
        return Pdf.download(name, ".docx", TYPE, content);
    }
}
