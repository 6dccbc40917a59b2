package vn.reliefmap.access.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Which issuer of OpenID Connect people may sign in by; in the environment {@code RELIEF_OIDC_…} and {@code
 * RELIEF_PUBLIC_URL}. A wrong setting is told in the log and leaves this way in closed; the program starts without it.
 */
@Component
class IssuerSettings {
    private static final Logger LOG = LoggerFactory.getLogger(IssuerSettings.class);
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    final String issuer;
    final String clientId;
    final String clientSecret;
    final String name;
    final String home;

    /**
     * @param issuer its address, exactly as it names itself; https, or this machine; empty = none
     * @param clientId under which the issuer knows this program
     * @param clientSecret empty for a client without one
     * @param name for people; empty = the issuer's host
     * @param publicUrl where people reach this program; empty = where the browser asked
     */
    IssuerSettings(
            @Value("${relief.oidc.issuer:}") String issuer,
            @Value("${relief.oidc.client-id:}") String clientId,
            @Value("${relief.oidc.client-secret:}") String clientSecret,
            @Value("${relief.oidc.name:}") String name,
            @Value("${relief.public-url:}") String publicUrl) {
        String host = host(issuer);
        boolean usable = !host.isEmpty() && !clientId.isBlank();
        if (!usable && !issuer.isBlank()) {
            LOG.error("Nobody can sign in by the issuer: RELIEF_OIDC_ISSUER must begin with https:// and"
                    + " RELIEF_OIDC_CLIENT_ID must be set");
        }
        this.issuer = usable ? issuer : "";
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.name = name.isBlank() ? host : name.strip();
        this.home = publicUrl.isBlank() ? "{baseUrl}" : publicUrl.strip().replaceFirst("/+$", "");
    }

    boolean given() {
        return !issuer.isEmpty();
    }

    /** The host of an address that secrets may be sent to; empty for any other. */
    private static String host(String address) {
        try {
            URI uri = new URI(address);
            String host = uri.getHost();
            if (host == null || uri.getQuery() != null || uri.getFragment() != null) {
                return "";
            }
            return "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && THIS_MACHINE.contains(host))
                    ? host
                    : "";
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
