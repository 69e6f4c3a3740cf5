package org.dueregard.site.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dueregard.site.ParkedForms;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/**
 * Shows what was typed before a session ended on pages that do not put it back into their fields themselves, until the
 * same words have been sent.
 */
@Component
class WordsBeforeTheTimeOut implements HandlerInterceptor {

    private final ParkedForms parked;

    WordsBeforeTheTimeOut(ParkedForms parked) {
        this.parked = parked;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        String view = page == null ? null : page.getViewName();
        if (page == null || view == null) {
            return;
        }
        boolean leadsOn = view.startsWith("redirect:");
        if (leadsOn && request.getMethod().equals("POST")) {
            parked.waiting(request).filter(words -> areSent(words, request)).ifPresent(sent -> {
                parked.letGo(request, response);
            });
        } else if (!leadsOn && request.getMethod().equals("GET")) {
            parked.notPutBack(request)
                    .map(SentWords::of)
                    .filter(words -> !words.isEmpty())
                    .ifPresent(words -> page.addObject("keptWords", words));
        }
    }

    private static boolean areSent(Map<String, List<String>> kept, HttpServletRequest request) {
        Set<String> sent = new HashSet<>(SentWords.of(request.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> Arrays.asList(field.getValue())))));
        List<String> words = SentWords.of(kept);
        return !words.isEmpty() && sent.containsAll(words);
    }
}
