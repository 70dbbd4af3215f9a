package dev.hexdesk.formats;

import dev.hexdesk.domain.shared.WellFormed;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What other systems, and spreadsheets in German, French, Spanish and Ukrainian, call the columns
 * of imports. Which of them a file can have is for others to say.
 */
final class ColumnSynonyms {
  private static final Map<String, List<String>> OF_COLUMNS =
      Map.ofEntries(
          Map.entry(
              "first_name",
              List.of("given name", "forename", "Vorname", "prénom", "nombre", "ім'я")),
          Map.entry(
              "last_name",
              List.of(
                  "sn",
                  "family name",
                  "surname",
                  "Nachname",
                  "Familienname",
                  "nom",
                  "nom de famille",
                  "apellido",
                  "apellidos",
                  "прізвище")),
          Map.entry("nick_name", List.of("Spitzname", "surnom", "apodo")),
          Map.entry(
              "phone",
              List.of(
                  "office phone",
                  "work phone",
                  "business phone",
                  "Phone 1 - Value",
                  "Diensttelefon",
                  "phone number",
                  "telephone",
                  "telephone number",
                  "Tel.",
                  "Telefon",
                  "Telefonnummer",
                  "numéro de téléphone",
                  "teléfono",
                  "número de teléfono",
                  "телефон",
                  "номер телефону")),
          Map.entry(
              "email",
              List.of(
                  "E-mail 1 - Value",
                  "email address",
                  "mail",
                  "E-Mail-Adresse",
                  "Mailadresse",
                  "adresse e-mail",
                  "adresse mail",
                  "courriel",
                  "correo",
                  "correo electrónico",
                  "електронна пошта",
                  "пошта")),
          Map.entry(
              "birthday",
              List.of(
                  "DOB",
                  "date of birth",
                  "birth date",
                  "Geburtstag",
                  "Geburtsdatum",
                  "date de naissance",
                  "fecha de nacimiento",
                  "дата народження",
                  "день народження")),
          Map.entry(
              "city",
              List.of("town", "locality", "Stadt", "Ort", "Wohnort", "ville", "ciudad", "місто")),
          Map.entry(
              "country",
              List.of("country or region", "country/region", "Land", "pays", "país", "країна")),
          Map.entry(
              "address",
              List.of(
                  "street address",
                  "postal address",
                  "Adresse",
                  "Anschrift",
                  "dirección",
                  "адреса")),
          Map.entry(
              "external_id",
              List.of(
                  "employee number",
                  "personnel number",
                  "staff number",
                  "Personalnummer",
                  "Mitarbeiternummer",
                  "matricule",
                  "табельний номер",
                  "ticket number",
                  "issue key")),
          Map.entry(
              "employee_email",
              List.of(
                  "requester email",
                  "requestors",
                  "customer email",
                  "reporter email",
                  "from email")),
          Map.entry("employee_external_id", List.of("requester external id")),
          Map.entry("assignee", List.of("assigned to", "zugewiesen an")),
          Map.entry(
              "created_at",
              List.of(
                  "created",
                  "created on",
                  "created time",
                  "creation date",
                  "date created",
                  "opened",
                  "opening date",
                  "Erstellt",
                  "Erstellt am")),
          Map.entry(
              "updated_at",
              List.of(
                  "updated",
                  "updated on",
                  "last update",
                  "last updated",
                  "last modified",
                  "Geändert am")),
          Map.entry("first_responded_at", List.of("first response", "first response time")),
          Map.entry(
              "resolved_at", List.of("resolved", "resolved time", "resolution date", "solved at")),
          Map.entry("closed_at", List.of("closed", "closed time", "close time")),
          Map.entry(
              "title",
              List.of(
                  "short description",
                  "subject",
                  "summary",
                  "Titel",
                  "Betreff",
                  "titre",
                  "objet",
                  "título",
                  "asunto",
                  "тема",
                  "назва")),
          Map.entry("description", List.of("body", "Beschreibung", "descripción", "опис")),
          Map.entry("status", List.of("state", "statut", "estado", "статус")),
          Map.entry(
              "priority", List.of("Priorität", "Prioritaet", "priorité", "prioridad", "пріоритет")),
          Map.entry(
              "due_at",
              List.of(
                  "due",
                  "due by",
                  "due by time",
                  "deadline",
                  "due date",
                  "fällig am",
                  "Fälligkeitsdatum",
                  "échéance")),
          Map.entry(
              "tags",
              List.of(
                  "tag",
                  "keywords",
                  "labels",
                  "Schlagwörter",
                  "Schlagworte",
                  "étiquettes",
                  "etiquetas",
                  "мітки")));

  /** What counts for nothing: letters that only modify others (ʼ) are none. */
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+|\\p{Lm}+");

  private static final Map<String, String> PLAIN =
      OF_COLUMNS.entrySet().stream()
          .flatMap(it -> it.getValue().stream().map(name -> Map.entry(name, it.getKey())))
          .collect(
              Collectors.toUnmodifiableMap(it -> plain(it.getKey()), it -> plain(it.getValue())));

  private ColumnSynonyms() {}

  /** The columns by what of their names counts; a line of names may have very many cells. */
  static Map<String, String> byPlainName(Set<String> columns) {
    return columns.stream()
        .collect(Collectors.toUnmodifiableMap(ColumnSynonyms::plain, name -> name));
  }

  /**
   * The name of a column, however it is written: capitals and what is neither letter nor digit
   * count for nothing, so {@code First Name} is {@code first_name}, and so is {@code Given name}.
   * Of what is no column, the cell without outer spaces and capitals.
   */
  static String columnName(String cell, Map<String, String> byPlainName) {
    return find(cell, byPlainName)
        .orElseGet(() -> WellFormed.trimmed(cell).toLowerCase(Locale.ROOT));
  }

  static Optional<String> find(String cell, Map<String, String> byPlainName) {
    String plain = plain(cell);
    return Optional.ofNullable(byPlainName.get(plain))
        .or(() -> Optional.ofNullable(byPlainName.get(PLAIN.getOrDefault(plain, plain))));
  }

  /** A name without capitals, marks of letters and what is neither letter nor digit. */
  static String plain(String name) {
    return BETWEEN_WORDS
        .matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }
}
