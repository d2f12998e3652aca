package cloudportal.process;

import static cloudportal.process.ProcessVariable.fact;
import static cloudportal.process.ProcessVariable.text;

import cloudportal.process.FormViews.AssessmentView;
import cloudportal.process.FormViews.ContractRow;
import cloudportal.process.FormViews.ContractView;
import cloudportal.process.FormViews.DeskView;
import cloudportal.process.FormViews.InquiryView;
import cloudportal.process.FormViews.Option;
import cloudportal.process.FormViews.RequestRow;
import cloudportal.process.FormViews.RequestView;
import java.util.List;

/** Every variable of both processes, once: its name, its type and who writes it. */
public final class ProcessVariables {

    // Answers of the customer's forms.
    public static final ProcessVariable<String> CONTRACT_NUMBER = text("contractNumber");
    /** {@code request} or {@code back}. */
    public static final ProcessVariable<String> CONTRACT_ACTION = text("contractAction");
    /** {@code next} or {@code back}. */
    public static final ProcessVariable<String> REASON_ACTION = text("reasonAction");

    public static final ProcessVariable<String> CANCELLATION_REASON = text("cancellationReason");
    /** {@code yyyy-MM}; Therefore Online only. */
    public static final ProcessVariable<String> DESIRED_MONTH = text("desiredMonth");
    /** {@code transfer} or {@code abolish}; type-M/W/D only. */
    public static final ProcessVariable<String> DOMAIN_DISPOSITION = text("domainDisposition");
    /** {@code submit}, {@code edit} or {@code withdraw}. */
    public static final ProcessVariable<String> CONFIRMATION = text("confirmation");
    /** The OK under a question that cannot be taken back. */
    public static final ProcessVariable<Boolean> CONFIRMED = fact("confirmed");
    /** Whether the customer ticked that the shortfall is paid at once; kept for the record, and read by nothing. */
    public static final ProcessVariable<Boolean> SETTLEMENT_CONSENT = fact("settlementConsent");
    /** {@code withdraw} or {@code keep}. */
    public static final ProcessVariable<String> WITHDRAWAL = text("withdrawal");
    /** {@code contracts} or {@code finish}. */
    public static final ProcessVariable<String> NEXT_STEP = text("nextStep");

    // Answers of the contract center's forms.
    /** {@code accept} or {@code return}. */
    public static final ProcessVariable<String> REVIEW_DECISION = text("reviewDecision");

    public static final ProcessVariable<String> REVIEW_COMMENT = text("reviewComment");
    public static final ProcessVariable<Boolean> RETRACTION = fact("retraction");
    public static final ProcessVariable<String> RETRACTION_REASON = text("retractionReason");
    /** {@code yyyy-MM-dd}. */
    public static final ProcessVariable<String> DOMAIN_HANDLED_ON = text("domainHandledOn");

    public static final ProcessVariable<String> DOMAIN_NOTE = text("domainNote");
    public static final ProcessVariable<String> SETTLEMENT_REFERENCE = text("settlementReference");
    public static final ProcessVariable<String> SETTLEMENT_NOTE = text("settlementNote");
    public static final ProcessVariable<String> INQUIRY_NOTE = text("inquiryNote");

    // Written by delegates: who and what the case is about, and what the next gateway reads.
    public static final ProcessVariable<String> CUSTOMER_LOGIN = text("customerLogin");
    public static final ProcessVariable<String> REQUEST_NUMBER = text("requestNumber");
    /** {@code cancellable}, {@code ownDraft} or {@code unavailable}. */
    public static final ProcessVariable<String> CONTRACT_STATE = text("contractState");
    /** Why the contract just chosen cannot be cancelled now; blank otherwise. */
    public static final ProcessVariable<String> CONTRACT_NOTICE = text("contractNotice");
    /** Input of the decision table. */
    public static final ProcessVariable<String> CATEGORY = text("category");
    /** Input of the decision table. */
    public static final ProcessVariable<String> SERVICE = text("service");

    public static final ProcessVariable<Boolean> DOMAIN_DISPOSITION_REQUIRED = fact("domainDispositionRequired");
    public static final ProcessVariable<Boolean> STILL_AS_SHOWN = fact("stillAsShown");
    /** Whether the draft to withdraw is the one that this case made. */
    public static final ProcessVariable<Boolean> OWN_CASE_DRAFT = fact("ownCaseDraft");

    public static final ProcessVariable<Boolean> REVIEW_ACCEPTED = fact("reviewAccepted");
    public static final ProcessVariable<Boolean> SETTLEMENT_DUE = fact("settlementDue");
    /** 24:00 JST of the cancellation date, ISO 8601 with its offset. */
    public static final ProcessVariable<String> CANCELLATION_END = text("cancellationEnd");
    /** ISO 8601 with its offset. */
    public static final ProcessVariable<String> REVIEW_DUE_DATE = text("reviewDueDate");
    /** ISO 8601 with its offset. */
    public static final ProcessVariable<String> DOMAIN_DUE_DATE = text("domainDueDate");
    /** ISO 8601 with its offset. */
    public static final ProcessVariable<String> DOMAIN_REMINDER_AT = text("domainReminderAt");
    /** Input parameter of the send tasks in the models: a {@link cloudportal.notice.MailKind}. */
    public static final ProcessVariable<String> MAIL_KIND = text("mailKind");

    /** Result of the decision table: a map. Read by the delegate right behind the table only, in the same transaction. */
    public static final String SERVICE_TERMS = "serviceTerms";

    // Shown on the cards of the contract center's tasks, and searched by; copies for display alone.
    public static final ProcessVariable<String> COMPANY_NAME = text("companyName");
    public static final ProcessVariable<String> SERVICE_NAME = text("serviceName");
    /** {@code yyyy/MM/dd}. */
    public static final ProcessVariable<String> CANCELLATION_DATE = text("cancellationDate");

    // Shown on forms.
    public static final JsonVariable<List<ContractRow>> CONTRACTS = new JsonVariable<>("contracts");
    public static final JsonVariable<List<Option>> CONTRACT_OPTIONS = new JsonVariable<>("contractOptions");
    public static final JsonVariable<ContractView> CONTRACT = new JsonVariable<>("contract");
    public static final JsonVariable<AssessmentView> ASSESSMENT = new JsonVariable<>("assessment");
    public static final JsonVariable<List<Option>> MONTH_OPTIONS = new JsonVariable<>("monthOptions");
    public static final JsonVariable<RequestView> REQUEST = new JsonVariable<>("request");
    public static final JsonVariable<List<RequestRow>> REQUESTS = new JsonVariable<>("requests");
    public static final JsonVariable<DeskView> DESK = new JsonVariable<>("desk");
    public static final JsonVariable<InquiryView> INQUIRY = new JsonVariable<>("inquiry");

    /** Choices that each visit of a step asks anew: an old one must neither be shown ticked nor steer the case. */
    public static final List<ProcessVariable<?>> ASKED_ANEW =
            List.of(CONTRACT_ACTION, REASON_ACTION, CONFIRMATION, CONFIRMED, SETTLEMENT_CONSENT, WITHDRAWAL, NEXT_STEP);

    /** Answers that belong to one contract and may not follow the customer to another. */
    public static final List<ProcessVariable<?>> ABOUT_ONE_CONTRACT =
            List.of(CANCELLATION_REASON, DESIRED_MONTH, DOMAIN_DISPOSITION);

    private ProcessVariables() {}
}
