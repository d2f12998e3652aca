package cloudportal.request;

import cloudportal.contract.Contract;
import cloudportal.contract.NumberedEntity;
import cloudportal.terms.Assessment;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Objects;

/**
 * お申込. While it is open it holds its contract, and the database lets at most one do so. Dates are Japan's, amounts whole yen
 * without tax.
 */
@Entity
@Table(name = "request")
public class CancellationRequest extends NumberedEntity {

    @Id
    private String number;

    private long sequence;

    @Enumerated(EnumType.STRING)
    private RequestKind kind;

    @Enumerated(EnumType.STRING)
    private RequestStatus status;

    private String contractNumber;
    private String openContractNumber;
    private long customerId;
    private String category;
    private String service;
    private String createdBy;
    private OffsetDateTime createdAt;
    private LocalDate appliedOn;
    private String reason;
    private String domainDisposition;
    private String desiredMonth;
    private LocalDate assessedOn;
    private LocalDate cancellationDate;
    private LocalDate minimumTermEnd;
    private Integer shortfallMonths;
    private Long settlementAmount;
    private LocalDate freeFrom;
    private LocalDate cutoffDeadline;

    @Embedded
    private JudgedTerms terms;

    private OffsetDateTime closedAt;

    @Version
    private long version;

    protected CancellationRequest() {}

    /**
     * A request of any kind, as it stands.
     *
     * @param contract the contract that it is about; null where it is about none of the portal's
     * @param createdAt when its draft was made; its day in Japan stands in the number
     * @param appliedOn お申込日; null while it is a draft
     */
    public CancellationRequest(
            long sequence,
            RequestKind kind,
            RequestStatus status,
            Contract contract,
            long customerId,
            String category,
            String service,
            String createdBy,
            OffsetDateTime createdAt,
            LocalDate appliedOn) {
        this.number = new RequestNumber(createdAt.toLocalDate(), sequence).toString();
        this.sequence = sequence;
        this.kind = kind;
        this.status = status;
        this.contractNumber = contract == null ? null : contract.getNumber();
        this.openContractNumber = status.isOpen() ? contractNumber : null;
        this.customerId = customerId;
        this.category = category;
        this.service = service;
        this.createdBy = createdBy;
        this.createdAt = createdAt;
        this.appliedOn = appliedOn;
    }

    static CancellationRequest draft(long sequence, Contract contract, String login, OffsetDateTime now) {
        return new CancellationRequest(
                sequence,
                RequestKind.CANCELLATION,
                RequestStatus.CANCELLATION_DRAFT,
                contract,
                contract.getCustomerId(),
                contract.getCategory(),
                contract.getService(),
                login,
                now,
                null);
    }

    void answer(String givenReason, String givenDomainDisposition, JudgedTerms judgedBy) {
        reason = givenReason;
        domainDisposition = givenDomainDisposition;
        terms = judgedBy;
    }

    void show(Assessment assessment) {
        assessedOn = assessment.assessedOn();
        cancellationDate = assessment.cancellationDate();
        desiredMonth = assessment.desiredMonth() == null
                ? null
                : assessment.desiredMonth().toString();
        minimumTermEnd = assessment.minimumTermEnd();
        shortfallMonths = assessment.shortfallMonths();
        settlementAmount = assessment.settlementAmount();
        freeFrom = assessment.freeFrom();
        cutoffDeadline = assessment.cutoffDeadline();
    }

    /** Whether the customer was shown the same date and the same amount. */
    boolean wasShown(Assessment assessment) {
        return Objects.equals(cancellationDate, assessment.cancellationDate())
                && Objects.equals(shortfallMonths, assessment.shortfallMonths())
                && Objects.equals(settlementAmount, assessment.settlementAmount());
    }

    void submit(LocalDate today) {
        status = RequestStatus.RECEIVED;
        appliedOn = today;
    }

    void close(RequestStatus end, OffsetDateTime now) {
        status = end;
        openContractNumber = null;
        closedAt = now;
    }

    JudgedTerms terms() {
        return terms;
    }

    /** お申込番号. */
    public String getNumber() {
        return number;
    }

    public RequestKind getKind() {
        return kind;
    }

    public RequestStatus getStatus() {
        return status;
    }

    /** 契約番号; null where the request is about no contract of the portal's. */
    public String getContractNumber() {
        return contractNumber;
    }

    public long getCustomerId() {
        return customerId;
    }

    /** サービス種別. */
    public String getCategory() {
        return category;
    }

    /** サービス. */
    public String getService() {
        return service;
    }

    /** The login that made the draft; mails go there. */
    public String getCreatedBy() {
        return createdBy;
    }

    public OffsetDateTime getCreatedAt() {
        return createdAt;
    }

    /** お申込日: the day in Japan on which it was submitted; null for a draft. */
    public LocalDate getAppliedOn() {
        return appliedOn;
    }

    /** 解約理由, as typed. */
    public String getReason() {
        return reason;
    }

    /** {@code transfer}, {@code abolish}, or null where the service asks for none. */
    public String getDomainDisposition() {
        return domainDisposition;
    }

    /** 解約希望月; null unless the service lets the customer choose. */
    public YearMonth getDesiredMonth() {
        return desiredMonth == null ? null : YearMonth.parse(desiredMonth);
    }

    /** 解約日; null unless it is a cancellation. */
    public LocalDate getCancellationDate() {
        return cancellationDate;
    }

    /** 最低利用期間 in monthly bills; 0 for none. */
    public int getMinimumTermMonths() {
        return terms == null ? 0 : terms.minimumTermMonths();
    }

    /** 満了日; null without a minimum term. */
    public LocalDate getMinimumTermEnd() {
        return minimumTermEnd;
    }

    /** 不足 in months. */
    public int getShortfallMonths() {
        return shortfallMonths == null ? 0 : shortfallMonths;
    }

    /** まとめてお支払い in yen; null where the monthly fee is unknown. */
    public Long getSettlementAmount() {
        return settlementAmount;
    }

    /** The first day on which applying costs nothing extra; null without a minimum term. */
    public LocalDate getFreeFrom() {
        return freeFrom;
    }

    /** The last day on which applying still leads to the cancellation date. */
    public LocalDate getCutoffDeadline() {
        return cutoffDeadline;
    }

    /** The desk that the terms name; null unless it is a cancellation. */
    public String getContactDesk() {
        return terms == null ? null : terms.contactDesk();
    }

    /** The version of the decision table that it was judged by; null unless it is a cancellation. */
    public Integer getDecisionVersion() {
        return terms == null ? null : terms.decisionVersion();
    }

    /** The dates and amounts as they were last shown to the customer; null unless it is a cancellation. */
    public Assessment getAssessment() {
        return cancellationDate == null
                ? null
                : new Assessment(
                        assessedOn,
                        cancellationDate,
                        getDesiredMonth(),
                        getMinimumTermMonths(),
                        minimumTermEnd,
                        getShortfallMonths(),
                        settlementAmount,
                        freeFrom,
                        cutoffDeadline);
    }

    /** Whether the customer can withdraw it here: a draft that blocks a contract of the portal's (guide A.1, A.3). */
    public boolean isWithdrawable() {
        return status.isOwnDraft() && contractNumber != null;
    }

    /** Whether months are billed at once (guide 5.7). */
    public boolean isSettlementDue() {
        return getShortfallMonths() > 0;
    }

    @Override
    public String getId() {
        return number;
    }
}
