package dev.hexdesk.domain.user;

import dev.hexdesk.domain.shared.EmailAddress;
import dev.hexdesk.domain.shared.PersonName;
import dev.hexdesk.domain.shared.PhoneNumber;
import dev.hexdesk.domain.shared.TextRule;

/** What the fields of a user must look like, in the numbers that the operator chose. */
public record UserRules(
    TextRule<Username> username,
    TextRule<PersonName> firstName,
    TextRule<PersonName> lastName,
    TextRule<PhoneNumber> phone,
    TextRule<EmailAddress> email,
    PasswordRules password) {}
