package cn.minqing.ui.component;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** The colour of the supervision ladder (S7.9) as word, sign and colour; the only place where these colours appear. */
public class LadderMark extends Span {
    /** The steps of the ladder; {@code NONE} is in time and shows no colour. */
    public enum Colour {
        NONE,
        BLUE,
        YELLOW,
        RED
    }

    /** The mark with the ladder's own word, for instance 黄色督办. */
    public LadderMark(Colour colour) {
        show(colour);
        setText(getTranslation("component.ladder." + colour.name().toLowerCase(Locale.ROOT)));
    }

    /** The mark with what it means here, for instance 逾期 1 天. */
    public LadderMark(Colour colour, String word) {
        show(colour);
        setText(word);
        setTitle(getTranslation("component.ladder." + colour.name().toLowerCase(Locale.ROOT)));
    }

    private void show(Colour colour) {
        addClassName("ladder");
        getElement().setAttribute("data-colour", colour.name().toLowerCase(Locale.ROOT));
    }
}
