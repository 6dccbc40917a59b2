package vn.reliefmap.commitment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Cash that came in on a campaign's account.
 *
 * @param amountVnd whole đồng, above 0
 */
public record CashOrder(UUID id, UUID campaign, BigDecimal amountVnd, LocalDate receivedOn) {}
