package io.github.sessionstarter.benchmarks.application;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.session.data.redis.config.annotation.web.http.EnableRedisHttpSession;

/** Spring Session as its documentation sets it up. */
@Configuration(proxyBeanMethods = false)
@EnableRedisHttpSession
@Import(HttpSessionController.class)
class SpringSessionRedisConfiguration {}
