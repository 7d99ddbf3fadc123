package cn.minqing.assessment;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A good practice that has become a rule of the campaign (S7.14).
 *
 * @param unitName whose practice it was; empty when it is nobody's alone
 * @param rule what applies from {@code effectiveOn}
 */
public record Practice(UUID id, String unitName, String title, String rule, LocalDate effectiveOn, String adoptedBy) {}
