package vn.reliefmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.reliefmap.access.Accounts;
import vn.reliefmap.access.Identities;

/** The administrator gives people accounts and codes, and says whose a shared sign-in is. */
class AccountJourneysTest extends EmptyProgram {
    @Autowired
    private Accounts accounts;

    @Autowired
    private Identities identities;

    @Test
    void anOfficerIsLetInTiedAndClosedByClicksAndKeys() throws IOException {
        Identities.Told told = new Identities.Told("https://sso.example", "h-1", "Trần Hiền", "hien@ac.example", true);
        assertThat(identities.recognise(told)).isEmpty();
        try (Screen screen = new Screen(http().base(), "/accounts", 1366, 768)) {
            assertThat(screen.find("#told")).containsText("dành cho người quản trị");
            screen.signIn(accounts.renewAdministratorToken());
            screen.page().reload();
            screen.find("#acc-name").fill("Hiền, xã Ái Tử");
            screen.find("#acc-units").fill("44");
            screen.press("Enter");
            assertThat(screen.find("#told .code")).isVisible();
            assertThat(screen.find("#told")).containsText("Hiền, xã Ái Tử");
            AccessibilityTest.judge(screen);
            screen.keep("accounts");
            screen.find("[data-whose]").selectOption("Hiền, xã Ái Tử");
            screen.find("[data-tie]").press("Enter");
            assertThat(screen.find("#told")).hasText("Đã gắn.");
            screen.find("#acc-find").fill("hiền");
            assertThat(screen.find("#all tbody tr")).hasCount(1);
            screen.find("[data-close]").press("Enter");
            screen.press("Enter");
            assertThat(screen.find("[data-close]")).isVisible();
            screen.find("[data-close]").click();
            screen.find("[data-close-yes]").click();
            assertThat(screen.find("#all .closed")).containsText("đã đóng");
            assertThat(screen.fits()).isTrue();
            screen.forgive("401");
        }
        assertThat(identities.recognise(told)).isPresent();
        try (Screen phone = new Screen(http().base(), "/accounts", 360, 740)) {
            phone.signIn(accounts.renewAdministratorToken());
            phone.page().reload();
            phone.find("#language").click();
            assertThat(phone.find("h1")).hasText("Accounts");
            assertThat(phone.find("#all tbody")).containsText("administrator");
            AccessibilityTest.judge(phone);
            assertThat(phone.fits()).isTrue();
            assertThat(phone.stumbles()).isEmpty();
            phone.forgive("401");
        }
    }
}
