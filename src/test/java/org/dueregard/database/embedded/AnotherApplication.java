package org.dueregard.database.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** An application of its own, in a process of its own, that runs the embedded database until it is killed. */
final class AnotherApplication implements AutoCloseable {

    private final Process process;

    private AnotherApplication(Process process) {
        this.process = process;
    }

    public static void main(String[] arguments) throws Exception {
        EmbeddedPostgres.start(Path.of(arguments[0]));
        System.out.println("started");
        Thread.sleep(TimeUnit.MINUTES.toMillis(5));
    }

    static AnotherApplication startedOn(Path directory) throws IOException {
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AnotherApplication.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        var said = process.inputReader();
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            if (line.equals("started")) {
                return new AnotherApplication(process);
            }
        }
        throw new IllegalStateException("The other application ended with " + process.exitValue());
    }

    long pid() {
        return process.pid();
    }

    /** As kill -9 does: nothing of it gets to clean up. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
