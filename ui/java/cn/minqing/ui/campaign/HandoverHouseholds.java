package cn.minqing.ui.campaign;

import cn.minqing.campaign.CampaignView;
import cn.minqing.campaign.Contacts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** The households that pass to a successor. */
final class HandoverHouseholds {
    private HandoverHouseholds() {}

    static UnorderedList of(Div page, ContactWords words, CampaignView campaign, List<Contacts.Line> lines) {
        var list = new UnorderedList();
        list.setId("handover-households");
        lines.forEach(line -> list.add(new ListItem(words.household(page, campaign, line))));
        return list;
    }
}
