package org.dueregard.organisation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.dueregard.organisation.SignedIn;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives every page its {@code visitor}, pages about errors too, which is why this is an attribute of the request and not
 * of one handler's model. There is none while nobody is signed in.
 */
@Configuration(proxyBeanMethods = false)
class VisitorOnEveryPage implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors
                .addInterceptor(new HandlerInterceptor() {
                    @Override
                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                        Authentication authentication =
                                SecurityContextHolder.getContext().getAuthentication();
                        if (authentication != null && authentication.getPrincipal() instanceof SignedIn by) {
                            request.setAttribute("visitor", Visitor.of(by));
                        }
                        return true;
                    }
                })
                // To ask who it is would read the session for every picture.
                .excludePathPatterns("/assets/**");
    }
}
