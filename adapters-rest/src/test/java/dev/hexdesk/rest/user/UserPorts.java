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
final class UserPorts {
  CreateUser create = command -> unexpected();
  ShowUser show = query -> unexpected();
  ListUsers list = query -> unexpected();
  ChangeUser change = command -> unexpected();
  ReplaceUser replace = command -> unexpected();
  SetUserPassword setPassword = command -> unexpected();
  DeleteUser delete = command -> unexpected();

  Api api() {
    return Api.of(
        new UserResource(
            new UserResource.UseCases(create, show, list, change, replace, setPassword, delete),
            TestRules.userRules(),
            ServedDocument.LIMITS));
  }
}
