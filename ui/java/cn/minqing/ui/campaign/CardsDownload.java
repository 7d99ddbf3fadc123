package cn.minqing.ui.campaign;

import cn.minqing.campaign.Campaigns;
import cn.minqing.campaign.ContactCards;
import cn.minqing.ui.component.DownloadButton;
import cn.minqing.ui.component.Pdf;
import com.vaadin.flow.component.html.Div;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The contact cards as one file to print. */
@Component
class CardsDownload {
    private final ContactCards cards;
    private final Campaigns campaigns;

    CardsDownload(ContactCards cards, Campaigns campaigns) {
        this.cards = cards;
        this.campaigns = campaigns;
    }

    /** @param unitId null for all departments */
    DownloadButton button(Div page, UUID campaignId, @Nullable UUID unitId) {
        var name =
                campaigns.get(campaignId).template().word("contactCard", page.getTranslation("campaigns.cards.file"));
        var button = new DownloadButton(
                page.getTranslation("campaigns.cards", name), Pdf.download(name, () -> cards.pdf(campaignId, unitId)));
        button.setId("cards-pdf");
        return button;
    }
}
