package cn.minqing.campaign;

import cn.minqing.platform.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Loads differ by one at most, except where a quota keeps somebody lower; each cadre, and so each department, gets
 * households beside each other (S1.2, S1.8). A quota is never exceeded.
 */
@Component
class BalancedByUnit implements AssignmentRule {

    @Override
    public String name() {
        return "balanced-by-unit";
    }

    @Override
    public List<Assigned> assign(List<UUID> households, List<Cadre> cadres) {
        var loads = loads(households.size(), cadres);
        var assigned = new ArrayList<Assigned>(households.size());
        for (var i = 0; i < cadres.size(); i++) {
            var cadre = cadres.get(i);
            for (var left = loads[i]; left > 0; left--) {
                assigned.add(new Assigned(households.get(assigned.size()), cadre.personId(), cadre.unitId()));
            }
        }
        return assigned;
    }

    /** Fills every cadre to the same level, as far as the quota goes, and deals what is left evenly over the rest. */
    private static int[] loads(int households, List<Cadre> cadres) {
        if (households > 0 && cadres.isEmpty()) {
            throw new UserError("campaign.assignment.noCadres", households);
        }
        var capacity = cadres.stream().mapToInt(Cadre::quota).sum();
        if (capacity < households) {
            throw new UserError(
                    "campaign.assignment.infeasible", households, cadres.size(), capacity, households - capacity);
        }
        var level = 0;
        while (filled(cadres, level + 1) <= households && filled(cadres, level + 1) > filled(cadres, level)) {
            level++;
        }
        var loads = new int[cadres.size()];
        var open = 0;
        for (var i = 0; i < loads.length; i++) {
            loads[i] = Math.min(cadres.get(i).quota(), level);
            open += cadres.get(i).quota() > level ? 1 : 0;
        }
        var rest = households - filled(cadres, level);
        var met = 0;
        for (var i = 0; i < loads.length && rest > 0; i++) {
            if (cadres.get(i).quota() > level) {
                // the same share of the rest for each stretch of cadres, so that no department gets all of it
                loads[i] += (met + 1) * rest / open - met * rest / open;
                met++;
            }
        }
        return loads;
    }

    private static int filled(List<Cadre> cadres, int level) {
        return cadres.stream().mapToInt(cadre -> Math.min(cadre.quota(), level)).sum();
    }
}
