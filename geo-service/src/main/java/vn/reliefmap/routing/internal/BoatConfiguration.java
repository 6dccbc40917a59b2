package vn.reliefmap.routing.internal;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds {@link BoatSettings}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BoatSettings.class)
class BoatConfiguration {}
