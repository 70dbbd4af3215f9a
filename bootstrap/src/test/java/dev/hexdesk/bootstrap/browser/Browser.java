package dev.hexdesk.bootstrap.browser;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The system's own Chromium without a window, and without a way to any other host than this. */
final class Browser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final Path profile;
  private final ChromeDriver driver;
  private final WebDriverWait wait;

  private Browser() throws IOException {
    profile = Files.createTempDirectory("hexdesk-browser");
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(new File(DRIVER.toString()))
            .usingAnyFreePort()
            .build();
    driver = new ChromeDriver(service, options(profile));
    wait = new WebDriverWait(driver, TIMEOUT);
  }

  /** Opens the browser; without one the test is skipped, but on a build server it fails. */
  static Browser open() throws IOException {
    if (!Files.isExecutable(CHROMIUM) || !Files.isExecutable(DRIVER)) {
      String missing = "Not tested in a browser: there is no " + CHROMIUM + " with its driver";
      if ("true".equals(System.getenv("CI"))) {
        fail(missing);
      }
      abort(missing);
    }
    return new Browser();
  }

  private static ChromeOptions options(Path profile) {
    LoggingPreferences console = new LoggingPreferences();
    console.enable(LogType.BROWSER, Level.INFO);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toString());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-proxy-server",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
        "--window-size=1280,1600",
        "--user-data-dir=" + profile);
    options.setCapability("goog:loggingPrefs", console);
    return options;
  }

  void go(String address) {
    driver.get(address);
  }

  /** The first such element, once it is there to be seen. */
  WebElement see(By what) {
    return wait.until(ExpectedConditions.visibilityOfElementLocated(what));
  }

  void click(By what) {
    wait.until(ExpectedConditions.elementToBeClickable(what)).click();
  }

  void type(By where, String text) {
    see(where).sendKeys(text);
  }

  void run(String script) {
    driver.executeScript(script);
  }

  /** What is complained about, once anything is. */
  List<String> awaitComplaints() {
    List<String> found = new ArrayList<>();
    return wait.until(
        page -> {
          found.addAll(complaints());
          return found.isEmpty() ? null : found;
        });
  }

  /** What the page and the browser have complained about since this was asked last. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::toString)
        .toList();
  }

  /** Keeps what is to be seen, for people to look at. */
  void photograph(String name) throws IOException {
    Files.write(Path.of("target", name), driver.getScreenshotAs(OutputType.BYTES));
  }

  @Override
  public void close() throws IOException {
    driver.quit();
    try (Stream<Path> paths = Files.walk(profile)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
