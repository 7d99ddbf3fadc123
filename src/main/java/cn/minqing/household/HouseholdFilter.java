package cn.minqing.household;

/**
 * What the list shows.
 *
 * @param areaCode only within that area; empty for everything one may see
 * @param text number, part of the head's name from its start, or its pinyin initials; empty for all
 * @param vulnerability only of that vulnerable group; empty for all
 * @param struckOff also those struck off
 */
public record HouseholdFilter(String areaCode, String text, String vulnerability, boolean struckOff) {
    public static final HouseholdFilter ALL = new HouseholdFilter("", "", "", false);
}
