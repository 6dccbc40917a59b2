package vn.reliefmap.web;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Gives the pages that the server writes the addresses of their scripts and styles as they are in this version. */
@RestControllerAdvice(basePackageClasses = WrittenPages.class)
@ConditionalOnWebApplication
class WrittenPages implements ResponseBodyAdvice<String> {
    private final ShellSource source;

    WrittenPages(ShellSource source) {
        this.source = source;
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> writer) {
        return StringHttpMessageConverter.class.isAssignableFrom(writer); // pictures are no text
    }

    @Override
    public @Nullable String beforeBodyWrite(
            @Nullable String page,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> writer,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        return page == null || !MediaType.TEXT_HTML.equalsTypeAndSubtype(type)
                ? page
                : source.now().linked(page);
    }
}
