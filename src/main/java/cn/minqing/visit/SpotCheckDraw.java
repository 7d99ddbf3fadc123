package cn.minqing.visit;

/** Draws complete files for a second visit by an inspector; the decision table {@code spot-check} answers (S1.10). */
public interface SpotCheckDraw {

    /** @param sample 0 to 99, always the same for the same contact */
    boolean drawn(boolean vulnerable, int sample);
}
