package dev.hexdesk.formats.guilty;

import jakarta.ws.rs.core.MediaType;

/** Asks a request what a file is written in. */
final class SpeaksHttp {
  final MediaType type;

  SpeaksHttp(MediaType type) {
    this.type = type;
  }
}
