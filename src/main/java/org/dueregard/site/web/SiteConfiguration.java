package org.dueregard.site.web;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.dueregard.site.OnceArguments;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

@Configuration(proxyBeanMethods = false)
class SiteConfiguration {

    /** The one clock: nothing else in the product asks what time it is. */
    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Europe/London"));
    }

    @Bean
    WebMvcConfigurer argumentsAndKeptWords(OnceArguments once, WordsBeforeTheTimeOut words) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(words).excludePathPatterns("/assets/**");
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(once);
            }
        };
    }

    /** Lets every form carry its key beside the CSRF token that Spring Security puts there. */
    @Bean
    static BeanPostProcessor formsCarryTheirKey() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof RequestDataValueProcessor inner && !(bean instanceof KeyedForms)
                        ? new KeyedForms(inner)
                        : bean;
            }
        };
    }
}
