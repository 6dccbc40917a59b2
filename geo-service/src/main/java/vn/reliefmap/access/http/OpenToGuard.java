package vn.reliefmap.access.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.reliefmap.access.Callers;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.OpenTo;

/** Asks every endpoint of ours for its {@code @OpenTo}; an endpoint that says nothing is closed. */
@Configuration
@ConditionalOnWebApplication
class OpenToGuard implements WebMvcConfigurer, HandlerInterceptor {
    /** Says that an answer is what everybody gets, so that a device may keep it; answers to an account say nothing. */
    private static final String FOR = "Relief-For";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)
                || !method.getBeanType().getName().startsWith("vn.reliefmap.")) {
            return true;
        }
        OpenTo rule = method.getMethodAnnotation(OpenTo.class);
        Caller caller = Callers.current();
        if (rule != null && admits(rule, caller)) {
            if (caller == Caller.EVERYONE) {
                response.setHeader(FOR, "everyone");
            }
            return true;
        }
        int status = rule != null && caller == Caller.EVERYONE ? 401 : 403;
        throw StatusProblems.of(status).asException();
    }

    private static boolean admits(OpenTo rule, Caller caller) {
        List<Caller> roles = List.of(rule.value());
        return caller == Caller.ADMINISTRATOR || roles.contains(caller) || roles.contains(Caller.EVERYONE);
    }
}
