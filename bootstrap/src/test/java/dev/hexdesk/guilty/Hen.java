package dev.hexdesk.guilty;

import dev.hexdesk.guilty.egg.Egg;

/** Needs a package that needs this one. */
public record Hen(Egg hatchedFrom) {}
