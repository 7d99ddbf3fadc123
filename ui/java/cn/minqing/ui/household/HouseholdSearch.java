package cn.minqing.ui.household;

import cn.minqing.household.Households;
import cn.minqing.ui.shell.SearchSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds households by number, name or pinyin initials, among those the current person may see. */
@Component
class HouseholdSearch implements SearchSource {
    private final Households households;

    HouseholdSearch(Households households) {
        this.households = households;
    }

    @Override
    public List<Hit> find(String text, int limit) {
        return households.search(text, limit).stream()
                .map(found -> new Hit(
                        "household.search.kind",
                        found.headName(),
                        found.place() + " " + found.number(),
                        "household/" + found.id()))
                .toList();
    }
}
