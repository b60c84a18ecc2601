package io.github.sessionstarter.httpsession.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What applications keep in HttpSessions: an object that changes. */
public final class Cart {

    private List<Object> items = new ArrayList<>();

    public List<Object> getItems() {
        return items;
    }

    public void setItems(List<Object> items) {
        this.items = items;
    }

    public Cart with(Object item) {
        items.add(item);
        return this;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cart cart && items.equals(cart.items);
    }

    @Override
    public int hashCode() {
        return Objects.hash(items);
    }
}
