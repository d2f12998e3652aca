package cloudportal.process;

import static cloudportal.process.ProcessVariables.*;

import cloudportal.engine.deployment.ModelNames;
import cloudportal.engine.deployment.RequiredModel;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a process owner may name in a model, and what a changed model has to keep so that the application still works with it. */
@Component
public class ProcessModelNames implements ModelNames {

    private static final Set<String> ASKED_OF_CUSTOMERS = names(
            CONTRACT_NUMBER,
            CONTRACT_ACTION,
            REASON_ACTION,
            CANCELLATION_REASON,
            DESIRED_MONTH,
            DOMAIN_DISPOSITION,
            CONFIRMATION,
            CONFIRMED,
            WITHDRAWAL,
            NEXT_STEP);

    private static final Set<String> ASKED_OF_THE_CENTER = names(
            REVIEW_DECISION,
            REVIEW_COMMENT,
            RETRACTION,
            RETRACTION_REASON,
            DOMAIN_HANDLED_ON,
            DOMAIN_NOTE,
            SETTLEMENT_REFERENCE,
            SETTLEMENT_NOTE,
            INQUIRY_NOTE);

    @Override
    public Set<String> variables() {
        return Arrays.stream(ProcessVariables.class.getDeclaredFields())
                .filter(field -> Modifier.isPublic(field.getModifiers()))
                .flatMap(ProcessModelNames::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<String> answers() {
        return Stream.of(ASKED_OF_CUSTOMERS, ASKED_OF_THE_CENTER, names(SETTLEMENT_CONSENT))
                .flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<String> parameters() {
        return names(MAIL_KIND);
    }

    @Override
    public Set<String> initiators() {
        return names(CUSTOMER_LOGIN);
    }

    @Override
    public Set<String> errors() {
        return Set.of("serviceUnknown");
    }

    @Override
    public Set<String> sendingBeans() {
        return Set.of("sendMailDelegate");
    }

    /** Reminders and notes may go; what changes a contract or a request, and what the code waits for, stays. */
    @Override
    public List<RequiredModel> requiredModels() {
        return List.of(
                new RequiredModel(
                        "cancellation-request",
                        Set.of(),
                        Set.of(CaseMessages.DRAFT_WITHDRAWN),
                        Set.of(
                                "identifyCustomerDelegate",
                                "listContractsDelegate",
                                "checkContractDelegate",
                                "assessCancellationDelegate",
                                "createDraftDelegate",
                                "submitRequestDelegate",
                                "startFulfilmentDelegate",
                                "withdrawDraftDelegate",
                                "endOtherCasesDelegate"),
                        ASKED_OF_CUSTOMERS,
                        Set.of(),
                        Set.of()),
                new RequiredModel(
                        "cancellation-fulfilment",
                        Set.of(),
                        Set.of(CaseMessages.CANCELLATION_SUBMITTED, CaseMessages.SERVICE_UNKNOWN_REPORTED),
                        Set.of(
                                "prepareFulfilmentDelegate",
                                "recordReviewDelegate",
                                "retractRequestDelegate",
                                "terminateContractDelegate",
                                "recordDomainDelegate",
                                "recordSettlementDelegate"),
                        names(REVIEW_DECISION, REVIEW_COMMENT, RETRACTION, RETRACTION_REASON, DOMAIN_HANDLED_ON),
                        Set.of(),
                        Set.of()),
                new RequiredModel(
                        DecidedTerms.DECISION,
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        names(CATEGORY, SERVICE),
                        Set.of(
                                "minimumTermMonths",
                                "cutoffRule",
                                "noticeDays",
                                "noticeAnchor",
                                "domainDispositionRequired",
                                "contactDesk")));
    }

    private static Set<String> names(ProcessVariable<?>... variables) {
        return Arrays.stream(variables).map(ProcessVariable::name).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> name(Field constant) {
        try {
            Object value = constant.get(null);
            if (value instanceof ProcessVariable<?> variable) {
                return Stream.of(variable.name());
            }
            if (value instanceof JsonVariable<?> variable) {
                return Stream.of(variable.name());
            }
            return value instanceof String name ? Stream.of(name) : Stream.empty();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
