package cloudportal.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cloudportal.support.MovableClock;
import cloudportal.support.Person;
import cloudportal.support.PortalIT;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The guide's steps in a real browser. The pictures of the steps are left in {@code target/screenshots}. */
@PortalIT
class TasklistBrowserIT {

    private static Optional<Chromium> chromium;

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void closeBrowser() {
        chromium.ifPresent(Chromium::close);
    }

    @BeforeEach
    void needsABrowser() {
        assumeTrue(chromium.isPresent(), "no Chromium on this machine");
        clock.moveTo("2019-10-15T10:00:00+09:00");
    }

    @Test
    void customerAndContractCenterTakeATypeMContractThroughTheGuidesSteps() {
        // given the customer at the contract list
        try (Tasklist customer = logIn("kannon@kannon-do.example")) {
            customer.start("cancellation-request");
            customer.open("契約を選択");
            assertThat(customer.text()).contains("ご契約一覧", "契約番号", "種別", "開始日", "ステータス", "サービス開始");
            customer.picture("select-contract");

            // when a type-M contract is chosen whose minimum term is not over
            customer.select("HMMH091001");
            customer.complete();
            customer.open("解約お申込");
            assertThat(customer.text()).contains("ご契約情報詳細", "費用は標準価格で目安の金額です");
            customer.picture("request-cancellation");
            customer.choose("解約お申込");
            customer.complete();

            // then the guide's warning, the dates and the amount are shown, and a blank reason is refused with a
            // sentence
            customer.open("解約の理由とドメインを入力");
            assertThat(customer.text())
                    .contains("最低利用期間を経過しておりません。", "このまま解約する場合は、最低利用期間分の料金をまとめてお支払いいただきます。", "2019/11/30");
            customer.picture("give-reason-and-domain");
            customer.choose("保存して次へ");
            assertThat(customer.completeInVain()).contains("解約理由を入力してください。").doesNotContain("Exception");

            // when the answers are given and the request is confirmed
            customer.type("最低利用期間を満たしていませんが、料金が発生することは承知しています。 ドメインは他社に移す予定です");
            customer.choose("ドメインを他社に移行");
            customer.complete();
            customer.open("お申込を確認");
            customer.choose("解約");
            assertThat(customer.text()).contains("お申込情報詳細", "」を解約します。よろしいですか？");
            customer.choose("OK");
            customer.picture("confirm-request");
            customer.complete();

            // then it is done
            customer.open("お申込完了");
            assertThat(customer.text()).contains("解約のお申込を承りました。", "解約お申込受付中", "以上で解約申込は完了です。");
            customer.picture("request-completed");
            customer.complete();
        }

        // and the contract center has it
        try (Tasklist center = logIn("center@portal.example")) {
            center.open("お申込を審査");
            center.claim();
            center.choose("受理");
            center.picture("review-request");
            center.complete();
            center.picture("contract-center");
        }
    }

    @Test
    void customerWithdrawsADraftAsTheAppendixSays() {
        try (Tasklist customer = logIn("shop@other.example")) {
            // given a draft of the customer's own
            customer.start("cancellation-request");
            customer.open("契約を選択");
            customer.select("HMSS040101");
            customer.complete();
            customer.open("解約お申込");
            customer.choose("解約お申込");
            customer.complete();
            customer.open("解約理由を入力");
            assertThat(customer.text()).doesNotContain("最低利用期間を経過しておりません。");
            customer.type("サービスを利用しなくなったため解約します。");
            customer.choose("保存して次へ");
            customer.complete();

            // when it is withdrawn
            customer.open("お申込を確認");
            customer.choose("取消");
            customer.complete();
            customer.open("お申込を取消");
            customer.choose("取消");
            customer.choose("OK");
            customer.picture("withdraw-draft");
            customer.complete();

            // then it is gone
            customer.open("取消の結果を確認");
            assertThat(customer.text()).contains("「変更お申込作成中」の文書は削除されました。");
            customer.picture("draft-withdrawn");
            customer.choose("終了します");
            customer.complete();
        }
    }

    private Tasklist logIn(String login) {
        return new Tasklist(chromium.orElseThrow().browser(), port, login, Person.PASSWORD);
    }
}
