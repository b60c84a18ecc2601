package io.github.sessionstarter.sample;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

/** Somebody who sits in front of a browser, and sees and does what can be seen and done there. */
final class Visitor {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ChromeDriver driver;
    private final URI server;

    Visitor(Chromium chromium, URI server) {
        this.driver = chromium.driver();
        this.server = server;
    }

    static Visitor of(Chromium chromium, int port) {
        return new Visitor(chromium, URI.create("http://" + RunningFlaskr.HOST + ":" + port));
    }

    void open(String path) {
        driver.get(server.resolve(path).toString());
    }

    /** Opens the first page of the same server under another of its names. */
    void moveTo(String host) {
        driver.get(server.getScheme() + "://" + host + ":" + server.getPort() + "/");
    }

    void reload() {
        driver.navigate().refresh();
    }

    void goBack() {
        driver.navigate().back();
    }

    void logIn(String username, String password) {
        open("/login");
        fill("username", username);
        fill("password", password);
        press("Log in");
    }

    void fill(String field, String text) {
        WebElement element = driver.findElement(By.name(field));
        element.clear();
        element.sendKeys(text);
    }

    /** Presses a button, and waits for the page that follows. */
    void press(String button) {
        WebElement element = driver.findElement(By.xpath("//button[normalize-space() = '" + button + "']"));
        awaitNextPage(element::click);
    }

    /** Types where the focus is. */
    void type(CharSequence... keys) {
        Actions actions = new Actions(driver);
        List.of(keys).forEach(actions::sendKeys);
        actions.perform();
    }

    /** The driver may answer before the browser has left the page. */
    void awaitNextPage(Runnable action) {
        driver.executeScript("window.isLeft = true");
        action.run();
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .ignoreExceptionsInstanceOf(WebDriverException.class)
                .until(() -> Boolean.TRUE.equals(
                        driver.executeScript("return !window.isLeft && document.readyState === 'complete'")));
    }

    String title() {
        return driver.getTitle();
    }

    /** All that is visible. */
    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    /** What is visible of the elements that a CSS selector names, with line feeds between. */
    String text(String selector) {
        return String.join(
                "\n",
                driver.findElements(By.cssSelector(selector)).stream()
                        .map(WebElement::getText)
                        .toList());
    }

    String valueOf(String field) {
        return driver.findElement(By.name(field)).getDomProperty("value");
    }

    Optional<Cookie> cookie() {
        return Optional.ofNullable(driver.manage().getCookieNamed("session"));
    }

    /** Puts a cookie back as it was before. */
    void setCookie(Cookie cookie) {
        driver.manage().addCookie(cookie);
    }

    Set<Cookie> cookies() {
        return driver.manage().getCookies();
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }
}
