package vn.reliefmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Geolocation;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.reliefmap.admin.AdminUnits;

/** Asking for help as a person does, on a small phone and at a desk. */
class ReportJourneysTest extends DemoProgram {
    @Test
    void aPersonAsksForHelpOnASmallPhoneAndMendsAMistake() {
        try (Screen screen = open("/report", 360, 740)) {
            assertThat(screen.find(".sos a")).hasAttribute("href", "tel:112");
            assertThat(screen.find("[name=website]")).not().isInViewport();
            assertThat(screen.fits()).isTrue();
            screen.keep("report-phone");
            screen.find("[name=commune]")
                    .fill(part(AdminUnits.class).list().get(0).fullName());
            screen.find("[name=hamlet]").fill("Thôn 4");
            screen.find("[name=item][value=rice]").check();
            screen.find("[name=phone]").fill("0912");
            screen.find("[name=words]").fill("Nước tới mái");
            screen.button("Gửi").click();
            assertThat(screen.find("[role=alert]")).containsText("10 chữ số");
            assertThat(screen.find("[name=words]")).hasValue("Nước tới mái");
            assertThat(screen.find("[name=item][value=rice]")).isChecked();
            assertThat(screen.fits()).isTrue();
            screen.keep("report-phone-mistake");
            screen.forgive("400");
            screen.find("[role=alert] a").click();
            assertThat(screen.find("[name=phone]")).isInViewport();
            screen.find("[name=phone]").fill("0912 345 678");
            screen.button("Gửi").dblclick();
            assertThat(screen.find(".code b")).containsText("-");
            assertThat(screen.words()).contains("Thôn 4").doesNotContain("0912");
            assertThat(screen.fits()).isTrue();
            screen.keep("report-phone-sent");
        }
    }

    @Test
    void aPhoneGivesItsPositionAndTheDeskReadsTheSamePage() {
        try (Screen screen = open("/report?lang=en", 1366, 768)) {
            screen.page().context().grantPermissions(List.of("geolocation"));
            screen.page().context().setGeolocation(new Geolocation(16.75012, 107.18034).setAccuracy(12));
            screen.button("Take this phone's position").click();
            assertThat(screen.find("#gps span")).containsText("12");
            screen.keep("report-desk");
            screen.button("Send").click();
            assertThat(screen.find("main")).containsText("the phone's position");
        }
    }
}
