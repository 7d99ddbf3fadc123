package cn.minqing.ui.component;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.server.streams.DownloadHandler;

/** A link that looks like a button and fetches a file; a link, so that the browser's own menu works on it. */
public class DownloadButton extends Anchor {
    public DownloadButton(String text, DownloadHandler file) {
        super(file, AttachmentType.DOWNLOAD, "");
        addClassName("button-link");
        var icon = VaadinIcon.DOWNLOAD_ALT.create();
        icon.getElement().setAttribute("aria-hidden", "true");
        add(icon, new Span(text));
    }
}
