package cloudportal.request;

import cloudportal.terms.Assessment;
import cloudportal.terms.MonthOption;
import java.util.List;

/** What cancelling the chosen contract today would mean. */
public record Judgement(Assessment assessment, List<MonthOption> offeredMonths, boolean domainDispositionRequired) {}
