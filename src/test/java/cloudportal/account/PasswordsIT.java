package cloudportal.account;

import static org.assertj.core.api.Assertions.assertThat;

import cloudportal.support.Browser;
import cloudportal.support.Person;
import cloudportal.support.PortalIT;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@PortalIT
class PasswordsIT {

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identityService;

    @Autowired
    JdbcTemplate database;

    @Test
    void keepsPasswordsAsBcrypt() {
        assertThat(hashOf("owner@portal.example")).startsWith("{bcrypt-sha256}$2a$10$");
    }

    @Test
    void takesAPasswordThatIsKeptAsTheEnginesOwnHashAndKeepsItAsBcryptFromThenOn() {
        // given a login from before
        String login = "long-since@other.example";
        add(login);
        String salt = "some-salt";
        database.update(
                "update ACT_ID_USER set PWD_ = ?, SALT_ = ? where ID_ = ?",
                "{SHA-512}" + new Sha512HashDigest().encrypt(Person.PASSWORD + salt),
                salt,
                login);

        // when a wrong password is given, nothing changes
        assertThat(new Person(port, login, "Portal-demo-2").get("/version").status())
                .isEqualTo(401);
        assertThat(hashOf(login)).startsWith("{SHA-512}");

        // when the right one is, it still is the right one afterwards, kept as bcrypt
        assertThat(new Browser(port).logIn(login, Person.PASSWORD, "tasklist").statusCode())
                .isEqualTo(403);
        assertThat(hashOf(login)).startsWith("{bcrypt-sha256}");
        assertThat(new Person(port, login, Person.PASSWORD).get("/version").status())
                .isEqualTo(200);
    }

    @Test
    void makesGuessersWaitAndNobodyElse() {
        // given two logins
        add("guessed@other.example");
        add("neighbour@other.example");

        // when somebody guesses the password of one
        for (int i = 0; i < LoginThrottle.OF_ONE; i++) {
            assertThat(new Person(port, "guessed@other.example", "Guess-number-" + i)
                            .get("/version")
                            .status())
                    .isEqualTo(401);
        }

        // then even the right one has to wait, over both ways, and whoever is somebody else does not
        Person.Answer answer = new Person(port, "guessed@other.example", Person.PASSWORD).get("/version");
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.message()).contains("1分ほどお待ちになってから");
        assertThat(new Browser(port)
                        .logIn("guessed@other.example", Person.PASSWORD, "tasklist")
                        .statusCode())
                .isEqualTo(429);
        assertThat(new Person(port, "neighbour@other.example", Person.PASSWORD)
                        .get("/version")
                        .status())
                .isEqualTo(200);
    }

    private void add(String login) {
        User user = identityService.newUser(login);
        user.setPassword(Person.PASSWORD);
        user.setFirstName("太郎");
        user.setLastName("試験");
        identityService.saveUser(user);
    }

    private String hashOf(String login) {
        return database.queryForObject("select PWD_ from ACT_ID_USER where ID_ = ?", String.class, login);
    }
}
