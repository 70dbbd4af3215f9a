package dev.hexdesk.domain.authentication;

/**
 * How many failures to log in are borne.
 *
 * @param perUser of one user name, wherever they come from
 * @param perAddress from one address, whatever the user name
 * @param perSite from one IPv6 site, which has many addresses
 */
public record LockoutPolicies(
    LockoutPolicy perUser, LockoutPolicy perAddress, LockoutPolicy perSite) {}
