package vn.reliefmap.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Addresses of the pages that are files as they lie; what they show they ask for at the endpoints. */
@Configuration
class PlainPages implements WebMvcConfigurer {
    @Override
    public void addViewControllers(ViewControllerRegistry pages) {
        pages.addViewController("/embed").setViewName("forward:/embed.html");
        pages.addViewController("/embed/{figure}").setViewName("forward:/embed.html");
        pages.addViewController("/ledger").setViewName("forward:/ledger.html");
        pages.addViewController("/officer").setViewName("forward:/officer.html");
        pages.addViewController("/room").setViewName("forward:/room.html");
        pages.addViewController("/styleguide").setViewName("forward:/styleguide.html");
        pages.addViewController("/tours").setViewName("forward:/tours.html");
    }
}
