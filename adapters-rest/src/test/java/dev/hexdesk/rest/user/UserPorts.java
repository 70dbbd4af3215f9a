package dev.hexdesk.rest.user;

import static dev.hexdesk.rest.testing.ScriptedUseCase.unexpected;

import dev.hexdesk.application.user.ChangeUser;
import dev.hexdesk.application.user.CreateUser;
import dev.hexdesk.application.user.DeleteUser;
import dev.hexdesk.application.user.ListUsers;
import dev.hexdesk.application.user.ReplaceUser;
import dev.hexdesk.application.user.SetUserPassword;
import dev.hexdesk.application.user.ShowUser;
import dev.hexdesk.domain.TestRules;
import dev.hexdesk.rest.testing.Api;
import dev.hexdesk.rest.testing.ServedDocument;

/** Use cases of users for one test, which says what those do that it needs. */
public final class UserPorts {
  public CreateUser create = command -> unexpected();
  public ShowUser show = query -> unexpected();
  public ListUsers list = query -> unexpected();
  public ChangeUser change = command -> unexpected();
  public ReplaceUser replace = command -> unexpected();
  public SetUserPassword setPassword = command -> unexpected();
  public DeleteUser delete = command -> unexpected();

  public Api api() {
    return Api.of(
        new UserResource(
            new UserResource.UseCases(create, show, list, change, replace, setPassword, delete),
            TestRules.userRules(),
            ServedDocument.LIMITS));
  }
}
