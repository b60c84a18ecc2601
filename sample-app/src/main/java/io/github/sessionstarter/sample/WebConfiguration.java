package io.github.sessionstarter.sample;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.WebContentInterceptor;

@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private final CsrfToken csrfToken;

    WebConfiguration(CsrfToken csrfToken) {
        this.csrfToken = csrfToken;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new CsrfInterceptor(csrfToken));
        registry.addInterceptor(keptNowhere()).excludePathPatterns("/style.css", "/icon.svg");
    }

    /** Or the back button shows the next one at this computer what was there before the log out. */
    private static WebContentInterceptor keptNowhere() {
        WebContentInterceptor interceptor = new WebContentInterceptor();
        interceptor.setCacheControl(CacheControl.noStore());
        return interceptor;
    }
}
