package io.github.sessionstarter.sample;

record Entry(long id, String title, String text) {}
