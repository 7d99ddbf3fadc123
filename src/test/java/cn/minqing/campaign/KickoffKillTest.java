package cn.minqing.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.minqing.MinqingApplication;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Starts the product as a process of its own, kills it while visits are being started, and starts it again. */
@DisplayName("启动走访中途断电")
class KickoffKillTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int CHUNK = 5;

    private final List<Process> started = new ArrayList<>();
    private Path folder;

    @BeforeEach
    void own_folder() throws IOException {
        folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "kickoff-kill-");
    }

    @Test
    @DisplayName("进程被杀、重新启动后，每户恰好一项走访任务，一户不少、一户不重")
    void every_household_has_exactly_one_visit() throws Exception {
        var first = product("first", "PT0.5S");
        await("visits begin to start")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptionsMatching(KickoffKillTest::isNotUpYet)
                .until(() -> alive(first) && count("kickoff_item where state = 'STARTED'") >= 2 * CHUNK);
        first.destroyForcibly().waitFor();

        var begun = count("kickoff_item where state = 'STARTED'");
        assertThat(begun).isBetween(2 * CHUNK, KickoffSeed.HOUSEHOLDS - CHUNK);
        assertThat(count("kickoff_item where state = 'PENDING'")).isEqualTo(KickoffSeed.HOUSEHOLDS - begun);
        assertThat(count("work_item where element = 'userTask_visitHousehold'")).isEqualTo(begun);

        var second = product("second", "PT0S");
        await("the rest is started")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptionsMatching(KickoffKillTest::isNotUpYet)
                .until(() -> alive(second) && count("kickoff_item where state <> 'STARTED'") == 0);

        assertThat(count("kickoff_item")).isEqualTo(KickoffSeed.HOUSEHOLDS);
        assertThat(count("household")).isEqualTo(KickoffSeed.HOUSEHOLDS);
        assertThat(count("household h where 1 = (select count(*) from work_item w where w.household_id = h.id"
                        + " and w.element = 'userTask_visitHousehold' and w.state = 'OPEN')"))
                .as("one open work item for each household")
                .isEqualTo(KickoffSeed.HOUSEHOLDS);
        assertThat(
                        count(
                                "contact c where 1 = (select count(*) from act_ru_execution e"
                                        + " join act_ru_task t on t.proc_inst_id_ = e.id_"
                                        + " where e.business_key_ = cast(c.id as text) and t.task_def_key_ = 'userTask_visitHousehold')"))
                .as("one task of the engine for each contact")
                .isEqualTo(KickoffSeed.HOUSEHOLDS);
        assertThat(count("act_ru_task where task_def_key_ = 'userTask_visitHousehold'"))
                .isEqualTo(KickoffSeed.HOUSEHOLDS);
        assertThat(count("household_file")).isEqualTo(KickoffSeed.HOUSEHOLDS);
    }

    @AfterEach
    void stop() throws Exception {
        for (var process : started) {
            process.destroy();
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
        // Where the second start failed, the database of the first one is still there.
        var pid = folder.resolve("pg17/postmaster.pid");
        if (Files.exists(pid)) {
            ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).getFirst().strip()))
                    .ifPresent(ProcessHandle::destroy);
        }
    }

    private Process product(String name, String pause) throws IOException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(),
                MinqingApplication.class.getName(),
                "--server.port=0",
                "--minqing.demo=false",
                "--minqing.database.folder=" + folder,
                "--minqing.kickoff.chunk-size=" + CHUNK,
                "--minqing.kickoff.pause=" + pause,
                "--minqing.kickoff.poll=PT1S",
                "--minqing.test.kickoff-seed=true");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start();
        started.add(process);
        return process;
    }

    /** This test's own class path without its empty entries, which would stand for the working directory. */
    private static String classPath() {
        var path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Ends the waiting when the product has not come up. */
    private boolean alive(Process process) {
        if (!process.isAlive()) {
            throw new AssertionError("The product ended with " + process.exitValue() + ", see " + folder);
        }
        return true;
    }

    private static boolean isNotUpYet(Throwable problem) {
        return problem instanceof SQLException || problem instanceof IOException;
    }

    private int count(String from) throws IOException, SQLException {
        var url = "jdbc:postgresql://localhost:"
                + Files.readString(folder.resolve("port")).strip() + "/postgres";
        var password = Files.readString(folder.resolve("password")).strip();
        try (var connection = DriverManager.getConnection(url, "postgres", password);
                var statement = connection.createStatement();
                var result = statement.executeQuery("select count(*) from " + from)) {
            result.next();
            return result.getInt(1);
        }
    }
}
