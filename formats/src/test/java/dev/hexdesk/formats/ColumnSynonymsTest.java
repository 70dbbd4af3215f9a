package dev.hexdesk.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnSynonymsTest {
  private static final Map<String, String> EMPLOYEES =
      ColumnSynonyms.byPlainName(
          Set.of(
              "first_name",
              "last_name",
              "phone",
              "email",
              "birthday",
              "city",
              "country",
              "address"));

  private static final Map<String, String> TICKETS =
      ColumnSynonyms.byPlainName(
          Set.of("title", "description", "priority", "status", "tags", "due_at"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "givenName; sn; telephoneNumber; mail; DOB; locality; country; StreetAddress",
        "First Name; Last Name; Phone 1 - Value; E-mail 1 - Value; Birthday; Town;"
            + " Country/Region; Street Address",
        "Vorname; Nachname; Telefon; E-Mail; Geburtstag; Ort; Land; Anschrift",
        "VORNAME; Familienname; Telefonnummer; E-Mail-Adresse; Geburtsdatum; Stadt; land; Adresse",
        "Prénom; Nom; Téléphone; Courriel; Date de naissance; Ville; Pays; adresse",
        "Prenom; Nom de famille; telephone; adresse e-mail; date_de_naissance; ville; pays;"
            + " adresse",
        "Nombre; Apellidos; Teléfono; Correo electrónico; Fecha de nacimiento; Ciudad; País;"
            + " Dirección",
        "Ім'я; Прізвище; Телефон; Електронна пошта; Дата народження; Місто; Країна; Адреса",
        "ІМʼЯ; прізвище; номер телефону; e-mail; День народження; місто; країна; адреса"
      })
  void columnsOfEmployees(String names) {
    assertThat(Stream.of(names.split("; ")).map(it -> ColumnSynonyms.columnName(it, EMPLOYEES)))
        .containsExactly(
            "first_name", "last_name", "phone", "email", "birthday", "city", "country", "address");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "short_description; description; priority; State; Tag; due",
        "Subject; Body; Priority; status; Labels; Due by",
        "Titel; Beschreibung; Priorität; Status; Schlagwörter; Fällig am",
        "Betreff; beschreibung; PRIORITAET; STATUS; Schlagworte; Fälligkeitsdatum",
        "Titre; Description; Priorité; Statut; Étiquettes; Échéance",
        "Asunto; Descripción; Prioridad; Estado; Etiquetas; due date",
        "Тема; Опис; Пріоритет; Статус; Мітки; Due Date"
      })
  void columnsOfTickets(String names) {
    assertThat(Stream.of(names.split("; ")).map(it -> ColumnSynonyms.columnName(it, TICKETS)))
        .containsExactly("title", "description", "priority", "status", "tags", "due_at");
  }

  @Test
  void whatIsNoColumnOfTheFileIsNone() {
    assertThat(ColumnSynonyms.columnName(" Vorname ", TICKETS)).isEqualTo("vorname");
    assertThat(ColumnSynonyms.columnName("Betreffend", TICKETS)).isEqualTo("betreffend");
  }
}
