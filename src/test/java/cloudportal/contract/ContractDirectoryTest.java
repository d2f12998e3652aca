package cloudportal.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest;
import org.springframework.boot.test.autoconfigure.orm.jpa.TestEntityManager;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

@DataJpaTest(showSql = false)
@Import(ContractDirectory.class)
class ContractDirectoryTest {

    @Autowired
    private ContractDirectory directory;

    @Autowired
    private TestEntityManager entities;

    @Autowired
    private JdbcTemplate jdbc;

    private long kannon;
    private long shop;

    @BeforeEach
    void twoCustomers() {
        kannon = directory
                .add(new Customer("観音堂株式会社", "観音 花子"), List.of("Kannon@Kannon-do.example", "second@kannon-do.example"))
                .getId();
        shop = directory
                .add(new Customer("商店", "店主"), List.of("shop@other.example"))
                .getId();
        aContract("HMMH061530", kannon, "type-M", "2019-09-15");
        aContract("HMAP022072", kannon, "type-AP", "2017-08-31");
        aContract("HMAO061322", kannon, "type-O Powered by Office 365", "2019-09-15");
        aContract("HMXX000001", shop, "type-S", "2020-01-01");
        aContract("uf-0001", shop, "uniFLOW Online", "2020-01-01");
        entities.flush();
        entities.clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kannon@kannon-do.example", "KANNON@KANNON-DO.EXAMPLE", "second@kannon-do.example"})
    void knowsTheCustomerByEachOfItsLogins(String login) {
        assertThat(directory.customerOf(login)).map(Customer::getId).contains(kannon);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "kannon", "kannon@kannon-do.example.org"})
    void knowsNoCustomerUnderAnotherLogin(String login) {
        assertThat(directory.customerOf(login)).isEmpty();
    }

    @Test
    void listsTheNewestStartDateFirst() {
        assertThat(directory.contractsOf(kannon))
                .extracting(Contract::getNumber)
                .containsExactly("HMAO061322", "HMMH061530", "HMAP022072");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HMMH061530", " hmmh061530 ", "ＨＭＭＨ０６１５３０", "　HMMH061530\n"})
    void findsAContractHoweverItsNumberIsTyped(String typed) {
        assertThat(directory.find(kannon, typed)).map(Contract::getNumber).contains("HMMH061530");
    }

    @Test
    void findsANumberThatIsInLowerCaseItself() {
        assertThat(directory.find(shop, "uf-0001")).isPresent();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "HMXX000001", "HMMH06153", "%", "HM\u0000", "\uD800"})
    void findsNothingElse(String typed) {
        assertThat(directory.find(kannon, typed)).isEmpty();
    }

    @Test
    void hasNoCustomerUnderAnUnknownId() {
        assertThat(directory.customer(kannon).getCompanyName()).isEqualTo("観音堂株式会社");
        assertThatThrownBy(() -> directory.customer(-1)).isInstanceOf(NoSuchElementException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "HOME, true",
        "uniFLOW Online, true",
        "Therefore Online, true",
        "NVSクラウド, false",
        "IT保守サービス, false",
        "home, false"
    })
    void cancelsOnlyTheServicesOfTheGuide(String category, boolean here) {
        Contract contract = new Contract("HM1", kannon, category, "any", LocalDate.of(2019, 9, 15), null, null);
        assertThat(contract.isCancellableHere()).isEqualTo(here);
    }

    @Test
    void namesTheStatusesAsTheGuideDoes() {
        assertThat(Arrays.stream(ContractStatus.values()).map(ContractStatus::label))
                .containsExactly("サービス開始", "変更お申込作成中", "解約お申込受付中", "解約済");
    }

    @Test
    void keepsNoLoginInUpperCase() {
        assertThatThrownBy(() -> jdbc.update("insert into customer_login values ('Big@x.example', ?)", kannon))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    private void aContract(String number, long customerId, String service, String startDate) {
        directory.add(new Contract(number, customerId, "HOME", service, LocalDate.parse(startDate), null, 3000L));
    }
}
