package cloudportal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cloudportal.support.CaseWalk;
import cloudportal.support.CaseWalk.Walked;
import cloudportal.support.MovableClock;
import cloudportal.support.Person;
import cloudportal.support.PortalIT;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** An auditor in a real browser, over cases of every end. */
@PortalIT
class CockpitBrowserIT {

    private static final Pattern ENGLISH = Pattern.compile("\\b[A-Z][a-z]{3,}\\b");

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static Walked completed;
    private static Walked withdrawn;
    private static Walked returned;
    private static Walked retracted;
    private static Walked received;

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcTemplate database;

    @Autowired
    ManagementService managementService;

    @BeforeEach
    void casesOfEveryEnd() {
        clock.moveTo("2019-10-15T10:00:00+09:00");
        if (completed == null) {
            CaseWalk walk = new CaseWalk(port, database, managementService, clock);
            withdrawn = walk.editedTwiceAndWithdrawn();
            returned = walk.returned();
            retracted = walk.retracted();
            received = walk.submitted();
            completed = walk.completed();
        }
    }

    @Test
    void findsTheGuidesCaseByEachCriterion() {
        try (Cockpit auditor = auditor()) {
            auditor.openAudit();
            for (String[] criteria : List.of(
                    new String[] {"number", completed.number()},
                    new String[] {"contract", completed.contract()},
                    new String[] {"contract", completed.contract(), "company", "観音"},
                    new String[] {"contract", completed.contract(), "login", CaseWalk.CUSTOMER},
                    new String[] {"contract", completed.contract(), "service", "type-M"},
                    new String[] {"contract", completed.contract(), "outcomes", "COMPLETED"},
                    new String[] {"contract", completed.contract(), "amountFrom", "30000", "amountTo", "30000"},
                    new String[] {
                        "contract", completed.contract(), "period", "CLOSED", "from", "2019/12/01", "to", "2019/12/01"
                    })) {
                Locator rows = auditor.search(criteria);
                PlaywrightAssertions.assertThat(rows).hasCount(1);
                assertThat(rows.first().innerText()).contains(completed.number(), "解約完了", "30,000円");
            }
            auditor.picture("audit-search");
            PlaywrightAssertions.assertThat(auditor.search("contract", completed.contract(), "outcomes", "RETURNED"))
                    .hasCount(0);
            assertThat(auditor.text()).contains("条件に合うお申込はありません。");
            auditor.search("from", "2019/02/30");
            assertThat(auditor.text()).contains("暦にある日を入力してください。");

            // and saves it
            auditor.search("contract", completed.contract());
            assertThat(auditor.download("CSV")).startsWith("\uFEFF").contains(completed.number());
            assertThat(auditor.faults()).isEmpty();
        }
    }

    @Test
    void readsEveryPartOfACase() {
        try (Cockpit auditor = auditor()) {
            // given the case found by its number
            auditor.openAudit();
            auditor.search("number", completed.number());
            auditor.page().locator(".audit-panel tbody a").first().click();
            auditor.waitForCase();
            auditor.picture("audit-case");
            auditor.page().locator(".audit-diagram").evaluate("diagram => diagram.scrollIntoView({block: 'center'})");
            auditor.picture("audit-path");

            // then each tab tells its part
            assertThat(auditor.tab("timeline")).contains("お申込を確認", "受付メールを送信", CaseWalk.CUSTOMER, "システム");
            assertThat(auditor.tab("forms")).contains("ドメイン移行・ドメイン廃止", "ドメインを他社に移行", CaseWalk.REASON);
            auditor.picture("audit-forms");
            assertThat(auditor.tab("variables")).contains("cancellationReason", CaseWalk.REASON);
            assertThat(auditor.tab("decisions")).contains("サービス条件", "type-M", "4行目");
            assertThat(auditor.tab("mails"))
                    .contains(completed.number() + ".receipt.1@", "Message-ID", CaseWalk.CUSTOMER);
            assertThat(auditor.tab("events")).contains("お申込", "受理", "解約完了", "RECEIVED");
            assertThat(auditor.tab("operations")).contains("完了", "「お申込を確認」");
            assertThat(auditor.tab("incidents")).contains("ありません。");

            // and the contract center's case is one click away, and back
            auditor.page().locator(".audit-related").first().click();
            auditor.page().waitForURL("**" + completed.fulfilment() + "**");
            auditor.waitForCase();
            assertThat(auditor.isMarked("endEvent_contractEnded")).isTrue();
            assertThat(auditor.isMarked("event_requestRetracted")).isFalse();
            assertThat(auditor.tab("operations")).contains("引受け", CaseWalk.CENTER);
            auditor.page().locator(".audit-related").first().click();
            auditor.page().waitForURL("**" + completed.process() + "**");
            auditor.waitForCase();

            // and it can be taken out
            assertThat(auditor.download("文書（HTML）"))
                    .startsWith("<!DOCTYPE html>")
                    .contains(completed.number());
            assertThat(auditor.download("JSON")).contains("\"diagram\"", completed.number());
            assertThat(auditor.faults()).isEmpty();
        }
    }

    @Test
    void seesThePathThatEachCaseTook() {
        try (Cockpit auditor = auditor()) {
            auditor.go("#/process-instance/" + withdrawn.process() + "/history");
            auditor.waitForCase();
            assertThat(auditor.isMarked("flow_confirmationToJudgeTerms")).isTrue();
            assertThat(auditor.isMarked("flow_withdrawalToWithdrawDraft")).isTrue();
            assertThat(auditor.isMarked("flow_confirmationToSubmitRequest")).isFalse();
            assertThat(auditor.page()
                            .locator(".djs-overlays[data-container-id='userTask_confirmRequest'] .audit-count")
                            .innerText())
                    .isEqualTo("3");
            auditor.picture("audit-withdrawn");
            // what somebody typed is text
            assertThat(auditor.tab("forms")).contains("<b>二度目</b>");

            auditor.go("#/process-instance/" + returned.fulfilment() + "/history");
            auditor.page()
                    .locator("h1", new com.microsoft.playwright.Page.LocatorOptions().setHasText(returned.number()))
                    .waitFor();
            auditor.waitForCase();
            assertThat(auditor.isMarked("flow_reviewDecisionToSendReturn")).isTrue();
            assertThat(auditor.isMarked("flow_reviewDecisionToFulfilment")).isFalse();

            auditor.go("#/process-instance/" + retracted.fulfilment() + "/history");
            auditor.page()
                    .locator("h1", new com.microsoft.playwright.Page.LocatorOptions().setHasText(retracted.number()))
                    .waitFor();
            auditor.waitForCase();
            assertThat(auditor.isMarked("flow_requestRetractedToSendRetraction"))
                    .isTrue();
            assertThat(auditor.isMarked("flow_cancellationDateToTerminateContract"))
                    .isFalse();
            assertThat(auditor.faults()).isEmpty();
        }
    }

    @Test
    void isLedToTheHistoryOfAFinishedCaseFromCockpitsOwnLinks() {
        try (Cockpit auditor = auditor()) {
            auditor.go("#/process-instance/" + completed.process());
            auditor.page().waitForURL("**/history**");
            auditor.waitForCase();
            assertThat(auditor.text()).contains(completed.number());

            // and from the page of a definition
            auditor.go("#/processes");
            auditor.page()
                    .locator("a", new com.microsoft.playwright.Page.LocatorOptions().setHasText("解約手続"))
                    .first()
                    .click();
            auditor.page()
                    .locator(".switcher a", new com.microsoft.playwright.Page.LocatorOptions().setHasText("履歴"))
                    .click();
            auditor.page().locator("#audit-tab-processes").click();
            PlaywrightAssertions.assertThat(auditor.page().locator("#audit-tab-processes"))
                    .hasAttribute("aria-selected", "true");
            auditor.page().locator(".audit-panel tbody a").first().click();
            PlaywrightAssertions.assertThat(auditor.page().locator(".audit-page"))
                    .containsText("解約手続");
        }
    }

    @Test
    void seesNoButtonThatWouldBeRefusedAndNoEnglishOnThePages() {
        try (Cockpit auditor = auditor()) {
            auditor.go("#/process-instance/" + received.fulfilment() + "/runtime");
            auditor.page().locator(".switcher").waitFor();
            auditor.page().locator("td.actions").first().waitFor();
            for (String write : List.of("openDialog(", "enableEditMode(", "deleteVariable(")) {
                for (Locator button :
                        auditor.page().locator("[ng-click^='" + write + "']").all()) {
                    assertThat(button.isVisible()).as(write).isFalse();
                }
            }
            auditor.picture("audit-runtime");

            auditor.openAudit();
            assertThat(ENGLISH.matcher(withoutData(auditor.text())).find())
                    .as(auditor.text())
                    .isFalse();
            for (String tab : List.of("processes", "check", "accesses")) {
                assertThat(ENGLISH.matcher(withoutData(auditor.tab(tab))).find())
                        .as(auditor.tab(tab))
                        .isFalse();
            }
        }
    }

    @Test
    void checksTheLog() {
        try (Cockpit auditor = auditor()) {
            auditor.openAudit();
            auditor.tab("check");
            auditor.page().locator(".audit-panel button.btn-primary").click();
            auditor.page().locator(".audit-panel .alert").waitFor();
            assertThat(auditor.text()).contains("記録は変更されていません。", "封印");
            auditor.picture("audit-check");
        }
    }

    @Test
    void isNothingForAProcessOwner() {
        try (Cockpit owner = new Cockpit(CHROMIUM.browser(), port, "owner@portal.example", Person.PASSWORD)) {
            assertThat(owner.page().locator("a[href='#/audit']:visible").count())
                    .isZero();
            owner.go("#/process-instance/" + completed.process() + "/history");
            owner.page().locator(".audit-page [role=alert]").waitFor();
            assertThat(owner.text()).contains("監査の担当者とシステム管理者だけがご覧になれます。");
        }
    }

    /** Names of services and the like are data. */
    private static String withoutData(String text) {
        return text.replaceAll(
                "Barracuda Backup|Therefore Online|uniFLOW Online|VisualstageType-S|Powered by Office|Powered|Office|type-\\w+",
                "");
    }

    private Cockpit auditor() {
        return new Cockpit(CHROMIUM.browser(), port, "auditor@portal.example", Person.PASSWORD);
    }
}
