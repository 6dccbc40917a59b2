package vn.reliefmap.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Accounts kept from the server's own screen, with the server running. */
class AccountCommandTest extends DemoProgram {

    @Test
    void anAccountIsAddedListedAndClosed() {
        String added = command("account", "add", "Đội Triệu Phong", "--role", "team");
        assertThat(added).containsPattern("[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}").contains("/sign-in");
        command("account", "close", "đội triệu phong");
        assertThat(command("account", "list")).contains("Đội Triệu Phong · team · đã đóng");
    }
}
