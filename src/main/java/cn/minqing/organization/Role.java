package cn.minqing.organization;

import java.util.Arrays;

/** The roles of the product; {@link #code()} is what models and the database call them. */
public enum Role {
    CADRE,
    UNIT_LEADER,
    VILLAGE_LEADER,
    TOWN_LEADER,
    COUNTY_LEADER,
    CITY_LEADER,
    PROVINCE_LEADER,
    DEPARTMENT_HANDLER,
    CAMPAIGN_OFFICE,
    LEADING_GROUP,
    INSPECTOR,
    PROCESS_DESIGNER,
    ADMINISTRATOR;

    /** Kebab case, as candidate groups of user tasks are written: {@code town-leader}. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /**
     * The role of that code.
     *
     * @throws IllegalArgumentException for a code no role has
     */
    public static Role of(String code) {
        return Arrays.stream(values())
                .filter(role -> role.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No role " + code));
    }

    /** The role that leads an area of that level; a group is led by its village. */
    public static Role leading(AreaLevel level) {
        return switch (level) {
            case PROVINCE -> PROVINCE_LEADER;
            case CITY -> CITY_LEADER;
            case COUNTY -> COUNTY_LEADER;
            case TOWN -> TOWN_LEADER;
            case VILLAGE, GROUP -> VILLAGE_LEADER;
        };
    }
}
