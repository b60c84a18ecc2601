/**
 * What those who operate an application see of its sessions: meters, spans, the store's health, and an actuator endpoint.
 * None of it shows an id, a cookie or a key; data are shown by the endpoint alone, and only where it is told to.
 */
@NullMarked
package io.github.sessionstarter.actuate;

import org.jspecify.annotations.NullMarked;
