package cn.minqing.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One source of a project's funds, in yuan; {@code arrivedOn} is the day of the last entry. */
public record Fund(
        FundSource source,
        BigDecimal planned,
        BigDecimal arrived,
        @Nullable LocalDate arrivedOn) {}
