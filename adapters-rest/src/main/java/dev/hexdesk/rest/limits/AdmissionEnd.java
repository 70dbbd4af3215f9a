package dev.hexdesk.rest.limits;

import org.glassfish.jersey.server.monitoring.ApplicationEvent;
import org.glassfish.jersey.server.monitoring.ApplicationEventListener;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.server.monitoring.RequestEventListener;

/**
 * Ends what a request was let in by where no answer did: filters are passed over when something
 * unforeseen is thrown, but Jersey tells of the end of each request.
 */
public final class AdmissionEnd implements ApplicationEventListener {
  private static final RequestEventListener AT_THE_END = AdmissionEnd::ended;

  @Override
  public void onEvent(ApplicationEvent event) {
    // Only requests matter.
  }

  @Override
  public RequestEventListener onRequest(RequestEvent event) {
    return AT_THE_END;
  }

  private static void ended(RequestEvent event) {
    if (event.getType() == RequestEvent.Type.FINISHED
        && event.getContainerRequest().getProperty(Admission.PROPERTY)
            instanceof Admission admission) {
      admission.end();
    }
  }
}
