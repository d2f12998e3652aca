package cloudportal.bench.peer;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the models name. None does any work; each sets only what the next gateway, timer or table asks for. */
@Configuration
class Delegates {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final AtomicLong numbers = new AtomicLong(System.currentTimeMillis());

    @Bean
    JavaDelegate identifyCustomerDelegate() {
        return execution -> {};
    }

    @Bean
    JavaDelegate listContractsDelegate() {
        return execution -> {};
    }

    @Bean
    JavaDelegate checkContractDelegate() {
        return sets(Map.of("contractState", "cancellable", "category", "HOME", "service", "type-M"));
    }

    @Bean
    JavaDelegate assessCancellationDelegate() {
        return sets(Map.of("domainDispositionRequired", true));
    }

    @Bean
    JavaDelegate createDraftDelegate() {
        return execution -> {
            String number = "R-" + numbers.incrementAndGet();
            execution.setProcessBusinessKey(number);
            execution.setVariable("requestNumber", number);
        };
    }

    @Bean
    JavaDelegate submitRequestDelegate() {
        return sets(Map.of("stillAsShown", true));
    }

    @Bean
    JavaDelegate startFulfilmentDelegate() {
        return execution -> execution
                .getProcessEngineServices()
                .getRuntimeService()
                .createMessageCorrelation("cancellation-submitted")
                .processInstanceBusinessKey(execution.getProcessBusinessKey())
                .correlateStartMessage();
    }

    @Bean
    JavaDelegate prepareFulfilmentDelegate() {
        return execution -> {
            execution.setVariables(Map.of("domainDisposition", "transfer", "settlementDue", true));
            inDays(execution, "cancellationEnd", 40);
            inDays(execution, "reviewDueDate", 19);
            inDays(execution, "domainDueDate", 33);
            inDays(execution, "domainReminderAt", 26);
        };
    }

    @Bean
    JavaDelegate recordReviewDelegate() {
        return sets(Map.of("reviewAccepted", true));
    }

    @Bean
    JavaDelegate recordDomainDelegate() {
        return execution -> {};
    }

    @Bean
    JavaDelegate recordSettlementDelegate() {
        return execution -> {};
    }

    @Bean
    JavaDelegate terminateContractDelegate() {
        return execution -> {};
    }

    @Bean
    JavaDelegate sendMailDelegate() {
        return execution -> {};
    }

    @Bean
    TaskListener clearAnswersListener() {
        return task -> {};
    }

    @Bean
    ExecutionListener closeCaseListener() {
        return execution -> {};
    }

    private static JavaDelegate sets(Map<String, Object> variables) {
        return execution -> execution.setVariables(variables);
    }

    private static void inDays(DelegateExecution execution, String variable, int days) {
        execution.setVariable(
                variable,
                ZonedDateTime.now(JAPAN)
                        .plusDays(days)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    }
}
