package dev.hexdesk.guilty.egg;

import dev.hexdesk.guilty.Hen;
import java.util.Optional;

/** Needs the package that needs this one. */
public record Egg(Optional<Hen> laidBy) {}
