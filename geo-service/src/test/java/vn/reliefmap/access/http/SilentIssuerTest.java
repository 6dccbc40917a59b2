package vn.reliefmap.access.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.reliefmap.kernel.ProblemException;

/** An issuer that is not there, is not the one it should be, or is not set up rightly. */
class SilentIssuerTest {

    @Test
    void anIssuerThatIsDownIsToldAndLeftAloneForAWhile() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Issuer issuer = issuer("http://127.0.0.1:" + port);
        down(issuer);
        AtomicInteger asked = new AtomicInteger();
        HttpServer late = describing(port, "http://127.0.0.1:" + port, asked);
        try {
            down(issuer);
            assertThat(asked).as("not asked again at once").hasValue(0);
        } finally {
            late.stop(0);
        }
    }

    @Test
    void anotherIssuersDescriptionIsNotTaken() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer other = describing(0, "https://ac.example", asked);
        try {
            down(issuer("http://127.0.0.1:" + other.getAddress().getPort()));
            assertThat(asked).hasValue(1);
        } finally {
            other.stop(0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "http://sso.example.vn", "sso.example.vn", "https://", "javascript:x", "https://a.vn/?x=1"})
    void secretsGoOverHttpsOnly(String address) {
        assertThat(settings(address).given()).isFalse();
    }

    @Test
    void theButtonNamesTheHostWhereNothingElseIsSet() {
        assertThat(settings("https://sso.example.vn/realms/quang-tri").name).isEqualTo("sso.example.vn");
        assertThat(new IssuerSettings("https://sso.example.vn", " ", "", "", "").given())
                .isFalse();
    }

    private static void down(Issuer issuer) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(issuer::client)
                .satisfies(e -> assertThat(e.problem().code()).isEqualTo("ISSUER_DOWN"));
    }

    private static Issuer issuer(String address) {
        return new Issuer(settings(address));
    }

    private static IssuerSettings settings(String address) {
        return new IssuerSettings(address, "relief-map", "", "", "");
    }

    private static HttpServer describing(int port, String itself, AtomicInteger asked) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            byte[] text = ("{\"issuer\":\"" + itself + "\"}").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, text.length);
            exchange.getResponseBody().write(text);
            exchange.close();
        });
        server.start();
        return server;
    }
}
