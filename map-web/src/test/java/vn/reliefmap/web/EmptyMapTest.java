package vn.reliefmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The map page of a program that holds no data yet. */
class EmptyMapTest extends EmptyProgram {
    @Test
    void listsNothingWithoutJavaScriptInWords() {
        String page = http().get("/list").text();
        Assertions.assertThat(page).contains("Không có đợt thiên tai nào đang mở.");
    }

    @Test
    void saysWhichDataIsMissingAndHowToBringIt() {
        try (Screen screen = new Screen(http().base(), "/", 1366, 768)) {
            assertThat(screen.find("#list")).containsText("Chưa có dữ liệu.");
            assertThat(screen.find("#list")).containsText("./relief import roads");
            assertThat(screen.find("#drill")).isHidden();
            screen.keep("empty");
        }
    }

    @Test
    void readsInEnglishByTheSwitch() {
        try (Screen screen = new Screen(http().base(), "/", 360, 740)) {
            assertThat(screen.find("#list")).containsText("Chưa có dữ liệu.");
            screen.button("English").click();
            assertThat(screen.find("#list")).containsText("No data yet.");
            assertThat(screen.page()).hasTitle("Relief map");
            screen.page().reload();
            assertThat(screen.find("#list")).containsText("No data yet.");
        }
    }

    @Test
    void refusesAWrongTokenInWords() {
        try (Screen screen = new Screen(http().base(), "/", 1366, 768)) {
            screen.button("Đăng nhập").first().click();
            screen.find("#token").fill("khong-phai-ma");
            screen.press("Enter");
            assertThat(screen.find("#sign-in-error")).not().isEmpty();
            assertThat(screen.button("Đăng nhập").first()).isVisible();
            screen.forgive("401");
        }
    }
}
