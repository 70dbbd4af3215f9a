package dev.hexdesk.bootstrap.journey;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Several people who do something at the same moment. */
final class Together {
  private Together() {}

  static <T> List<T> all(int people, IntFunction<T> doing) {
    return all(
        IntStream.range(0, people).<Callable<T>>mapToObj(n -> () -> doing.apply(n)).toList());
  }

  static <T> List<T> all(List<Callable<T>> tasks) {
    CountDownLatch ready = new CountDownLatch(tasks.size());
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> started =
          tasks.stream()
              .map(
                  task ->
                      people.submit(
                          () -> {
                            ready.countDown();
                            ready.await();
                            return task.call();
                          }))
              .toList();
      return started.stream().map(Together::outcome).toList();
    }
  }

  /** What one is answered in the end who comes again when others were in the way too long. */
  static ServerResponse insisting(Supplier<ServerResponse> request) {
    ServerResponse answer = request.get();
    while (answer.status() == 503) {
      answer = request.get();
    }
    return answer;
  }

  private static <T> T outcome(Future<T> task) {
    try {
      return task.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }
}
