package cloudportal.contract;

import cloudportal.terms.BilledContract;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;

/** ご契約. Money in whole yen, dates in Japan. */
@Entity
public class Contract extends NumberedEntity {

    private static final Set<String> CANCELLABLE_CATEGORIES = Set.of("HOME", "uniFLOW Online", "Therefore Online");

    @Id
    private String number;

    private long customerId;
    private String category;
    private String service;
    private LocalDate startDate;
    private LocalDate billingStart;
    private Long monthlyFee;

    @Enumerated(EnumType.STRING)
    private ContractStatus status;

    @Version
    private long version;

    protected Contract() {}

    /**
     * A contract in service.
     *
     * @param billingStart the first day of the first billed month; null where it follows from the start date
     * @param monthlyFee 月額 (標準価格, 税抜) in yen; null where it is unknown
     */
    public Contract(
            String number,
            long customerId,
            String category,
            String service,
            LocalDate startDate,
            LocalDate billingStart,
            Long monthlyFee) {
        this.number = number;
        this.customerId = customerId;
        this.category = category;
        this.service = service;
        this.startDate = startDate;
        this.billingStart = billingStart;
        this.monthlyFee = monthlyFee;
        this.status = ContractStatus.IN_SERVICE;
    }

    /** Whether this portal cancels such a contract at all (guide 0.1); others are listed only (guide 8.6). */
    public boolean isCancellableHere() {
        return CANCELLABLE_CATEGORIES.contains(category);
    }

    /** What the rules need to know of it (guide 5.3, 5.4). */
    public BilledContract billed() {
        return new BilledContract(startDate, billingStart == null ? null : YearMonth.from(billingStart), monthlyFee);
    }

    /** A draft of some request was made for it (guide A.1). */
    public void markInPreparation() {
        status = ContractStatus.CHANGE_IN_PREPARATION;
    }

    /** The draft or request that held it is gone (guide A.5). */
    public void release() {
        status = ContractStatus.IN_SERVICE;
    }

    /** Its cancellation was submitted (guide 8.5). */
    public void cancellationReceived() {
        status = ContractStatus.CANCELLATION_RECEIVED;
    }

    /** Its cancellation date has passed. */
    public void terminate() {
        status = ContractStatus.CANCELLED;
    }

    /** 契約番号. */
    public String getNumber() {
        return number;
    }

    public long getCustomerId() {
        return customerId;
    }

    /** 種別, for example HOME. */
    public String getCategory() {
        return category;
    }

    /** サービス, for example type-M. */
    public String getService() {
        return service;
    }

    /** 開始日. */
    public LocalDate getStartDate() {
        return startDate;
    }

    /** The first day of the first billed month; null where it follows from the start date. */
    public LocalDate getBillingStart() {
        return billingStart;
    }

    /** 月額 (標準価格, 税抜) in yen; null where it is unknown. */
    public Long getMonthlyFee() {
        return monthlyFee;
    }

    public ContractStatus getStatus() {
        return status;
    }

    @Override
    public String getId() {
        return number;
    }
}
