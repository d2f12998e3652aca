package cloudportal.notice;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * What a mail is written from, as it stands at that moment.
 *
 * @param appliedOn お申込日; null while the request is a draft
 * @param domainDisposition {@code transfer}, {@code abolish} or null
 * @param desiredMonth 解約希望月; null unless the service lets the customer choose
 * @param cutoffDeadline the last day on which an application still gets this cancellation date
 * @param minimumTermMonths billings of the minimum term; 0 for none
 * @param minimumTermEnd 満了日; null without a minimum term
 * @param settlementAmount whole yen without tax; null where the monthly fee is unknown
 * @param comment what the contract center tells the customer; null if nothing
 */
record MailFacts(
        String requestNumber,
        String companyName,
        String contactName,
        String contractNumber,
        String category,
        String service,
        LocalDate appliedOn,
        LocalDate cancellationDate,
        String reason,
        String domainDisposition,
        YearMonth desiredMonth,
        LocalDate cutoffDeadline,
        int minimumTermMonths,
        LocalDate minimumTermEnd,
        int shortfallMonths,
        Long settlementAmount,
        String comment,
        Desk desk) {}
