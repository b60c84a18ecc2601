package io.github.sessionstarter.httpsession.shop;

import java.math.BigDecimal;

public record Item(String name, BigDecimal price, Kind kind) {

    public enum Kind {
        BOOK,
        FILM {
            @Override
            public String toString() {
                return "a film";
            }
        }
    }
}
