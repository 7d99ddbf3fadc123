package cn.minqing.ui.campaign;

import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Contacts;
import cn.minqing.organization.Areas;
import cn.minqing.ui.component.DownloadButton;
import cn.minqing.ui.shell.Excel;
import com.vaadin.flow.component.html.Div;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Names of households and contacts on these pages, and their list for Excel. */
@Component
class ContactWords {
    private final Areas areas;

    ContactWords(Areas areas) {
        this.areas = areas;
    }

    /** Where the household lives within the campaign's area, which everybody on the page knows: 三组. */
    String place(CampaignView campaign, String place) {
        var known = areas.place(campaign.areaCode());
        return place.startsWith(known) && place.length() > known.length() ? place.substring(known.length()) : place;
    }

    /** 王×× · 三组 · 12 号. */
    String household(com.vaadin.flow.component.Component page, CampaignView campaign, Contacts.Line line) {
        return page.getTranslation(
                "campaigns.contacts.household",
                line.household().headName(),
                place(campaign, line.place()),
                line.household().number());
    }

    DownloadButton excel(Div page, CampaignView campaign, Supplier<List<Contacts.Line>> lines) {
        var columns = List.<Excel.Column<Contacts.Line>>of(
                Excel.Column.of(page.getTranslation("campaigns.excel.unit"), 20, Contacts.Line::unitName),
                Excel.Column.of(page.getTranslation("campaigns.excel.cadre"), 12, Contacts.Line::personName),
                Excel.Column.of(
                        page.getTranslation("campaigns.excel.number"),
                        10,
                        line -> line.household().number()),
                Excel.Column.of(
                        page.getTranslation("campaigns.excel.household"),
                        12,
                        line -> line.household().headName()),
                Excel.Column.of(page.getTranslation("campaigns.excel.place"), 28, Contacts.Line::place),
                Excel.Column.of(
                        page.getTranslation("campaigns.excel.from"),
                        12,
                        line -> line.contact().from()),
                Excel.Column.of(
                        page.getTranslation("campaigns.excel.card"),
                        14,
                        line -> line.contact().cardCode()));
        var button = new DownloadButton(
                page.getTranslation("campaigns.excel"),
                Excel.download(page.getTranslation("campaigns.excel.contacts", campaign.name()), columns, () ->
                        (Iterator<Contacts.Line>) lines.get().iterator()));
        button.setId("contacts-excel");
        return button;
    }
}
