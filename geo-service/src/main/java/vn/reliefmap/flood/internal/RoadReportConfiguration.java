package vn.reliefmap.flood.internal;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import vn.reliefmap.flood.RoadReportSettings;

/** Reads the settings of road reports. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RoadReportSettings.class)
class RoadReportConfiguration {}
