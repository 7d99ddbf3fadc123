package cn.minqing.organization;

import java.util.Optional;

/** Levels of the administrative division (行政区划), highest first, with the length of their code. */
public enum AreaLevel {
    PROVINCE(2),
    CITY(4),
    COUNTY(6),
    TOWN(9),
    VILLAGE(12),
    GROUP(15);

    private final int codeLength;

    AreaLevel(int codeLength) {
        this.codeLength = codeLength;
    }

    /** Digits of an area code at this level; the code of an area begins with the code of each area it lies in. */
    public int codeLength() {
        return codeLength;
    }

    public Optional<AreaLevel> above() {
        return ordinal() == 0 ? Optional.empty() : Optional.of(values()[ordinal() - 1]);
    }
}
