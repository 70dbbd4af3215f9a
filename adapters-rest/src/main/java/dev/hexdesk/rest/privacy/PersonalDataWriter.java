package dev.hexdesk.rest.privacy;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.hexdesk.application.privacy.PersonalDataItem;
import dev.hexdesk.application.privacy.ShowPersonalData.PersonalData;
import dev.hexdesk.rest.comment.CommentResponse;
import dev.hexdesk.rest.employee.EmployeeResponse;
import dev.hexdesk.rest.json.ApiJson;
import dev.hexdesk.rest.ticket.HistoryEntryResponse;
import dev.hexdesk.rest.ticket.TicketResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/** Writes a {@link PersonalDataResponse} while its parts are read, so that no more is held. */
final class PersonalDataWriter {
  private static final ObjectWriter PARTS =
      ApiJson.configure(new ObjectMapper())
          .writer()
          .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);

  /** In the order in which the data come. */
  private static final List<String> LISTS = List.of("tickets", "comments", "history");

  private final JsonGenerator json;
  private int begun;

  private PersonalDataWriter(JsonGenerator json) {
    this.json = json;
  }

  static void write(PersonalData found, Instant now, OutputStream out) throws IOException {
    JsonGenerator json = PARTS.createGenerator(out);
    new PersonalDataWriter(json).write(found, now);
    json.flush(); // and not closed, which would end what was written before a failure as if whole
  }

  private void write(PersonalData found, Instant now) throws IOException {
    json.writeStartObject();
    member("exported_at", now);
    member("internal_included", found.access().includesInternal());
    member("employee", EmployeeResponse.of(found.person()));
    found.data().forEach(this::add);
    begin(LISTS.size());
    json.writeEndArray();
    json.writeEndObject();
  }

  private void member(String name, Object value) throws IOException {
    json.writeFieldName(name);
    PARTS.writeValue(json, value);
  }

  private void add(PersonalDataItem datum) {
    try {
      switch (datum) {
        case PersonalDataItem.TicketData(var ticket) -> element(1, TicketResponse.of(ticket));
        case PersonalDataItem.CommentData(var comment) -> element(2, CommentResponse.of(comment));
        case PersonalDataItem.HistoryData(var ticket, var entry) ->
            element(
                3, new PersonalDataResponse.Event(ticket.value(), HistoryEntryResponse.of(entry)));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void element(int list, Object value) throws IOException {
    begin(list);
    PARTS.writeValue(json, value);
  }

  /** Ends the lists before this one, also those that have nothing in them. */
  private void begin(int list) throws IOException {
    while (begun < list) {
      if (begun > 0) {
        json.writeEndArray();
      }
      json.writeArrayFieldStart(LISTS.get(begun));
      begun++;
    }
  }
}
