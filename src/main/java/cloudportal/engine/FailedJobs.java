package cloudportal.engine;

import org.camunda.bpm.engine.impl.cmd.JobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.util.SpringBootProcessEnginePlugin;
import org.springframework.stereotype.Component;

/** Takes all retries from a job that failed permanently; what else fails is tried again as its model says. */
@Component
class FailedJobs extends SpringBootProcessEnginePlugin {

    /** The starter's own set-up has put its factory there by now. */
    @Override
    public void postInit(SpringProcessEngineConfiguration configuration) {
        FailedJobCommandFactory usual = configuration.getFailedJobCommandFactory();
        configuration.setFailedJobCommandFactory(
                (job, failure) -> isPermanent(failure) ? new GiveUp(job, failure) : usual.getCommand(job, failure));
    }

    private static boolean isPermanent(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PermanentFailure) {
                return true;
            }
        }
        return false;
    }

    /** Without retries left the engine opens the incident. */
    private static final class GiveUp extends JobRetryCmd implements Command<Object> {

        private static final long serialVersionUID = 1L;

        GiveUp(String jobId, Throwable failure) {
            super(jobId, failure);
        }

        @Override
        public Object execute(CommandContext context) {
            JobEntity job = getJob();
            if (job != null) {
                job.unlock();
                logException(job);
                job.setRetries(0);
            }
            return null;
        }
    }
}
