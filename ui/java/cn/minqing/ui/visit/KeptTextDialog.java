package cn.minqing.ui.visit;

import cn.minqing.ui.component.DownloadButton;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** What was typed, as text to take along when it cannot be handed in any more. */
final class KeptTextDialog extends Dialog {
    KeptTextDialog(String fileName, String text) {
        setHeaderTitle(getTranslation("sheet.kept.title"));
        addClassName("form-dialog");
        setWidth("min(40rem, 100%)");
        var kept = new Pre(text);
        kept.addClassName("kept-text");
        kept.getElement().setAttribute("tabindex", "0").setAttribute("aria-label", getTranslation("sheet.kept.title"));
        add(new Paragraph(getTranslation("sheet.kept.what")), kept);
        var copy = new Button(getTranslation("sheet.kept.copy"));
        copy.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        copy.addClickListener(event -> copy.getElement().executeJs("""
                        const done = () => { this.textContent = $1 };
                        if (navigator.clipboard) { navigator.clipboard.writeText($0).then(done) }
                        else {
                          const range = document.createRange();
                          range.selectNodeContents(document.querySelector('.kept-text'));
                          const selection = getSelection();
                          selection.removeAllRanges();
                          selection.addRange(range);
                          if (document.execCommand('copy')) { done() }
                        }
                        """, text, getTranslation("sheet.kept.copied")));
        var bytes = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
        var download = new DownloadButton(
                getTranslation("sheet.kept.download"),
                DownloadHandler.fromInputStream(event -> new DownloadResponse(
                        new ByteArrayInputStream(bytes),
                        fileName + ".txt",
                        "text/plain; charset=utf-8",
                        bytes.length)));
        var close = new Button(getTranslation("shell.close"), event -> close());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getFooter().add(close, download, copy);
    }
}
