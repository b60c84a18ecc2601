package io.github.sessionstarter.server;

import jakarta.servlet.http.HttpSessionActivationListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import jakarta.servlet.http.HttpSessionEvent;

/** An attribute that wants to know what becomes of it. */
final class Bound implements HttpSessionBindingListener, HttpSessionActivationListener {

    private String name = "";

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    static Bound named(String name) {
        Bound bound = new Bound();
        bound.setName(name);
        return bound;
    }

    @Override
    public void valueBound(HttpSessionBindingEvent event) {
        hear("bound", event.getSession().getAttribute(event.getName()) == this);
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        hear("unbound", event.getSession().getAttribute(event.getName()) == this);
    }

    @Override
    public void sessionWillPassivate(HttpSessionEvent event) {
        ProbeApplication.HEARD.add(name + " goes");
    }

    @Override
    public void sessionDidActivate(HttpSessionEvent event) {
        ProbeApplication.HEARD.add(name + " comes");
    }

    private void hear(String what, boolean canBeGot) {
        ProbeApplication.HEARD.add(name + " " + what + (canBeGot ? " and can be got" : ""));
    }

    @Override
    public String toString() {
        return name;
    }
}
