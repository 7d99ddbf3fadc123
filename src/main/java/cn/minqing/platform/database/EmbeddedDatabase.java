package cn.minqing.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;

/**
 * A real PostgreSQL of our own below one folder, for a first look and for tests: {@code pg17} holds the data, {@code
 * binaries} the server, {@code password} and {@code port} what a later start needs to find it again.
 *
 * <p>The port stays the same from start to start: when the product was killed, the server lives on, and the next start
 * adopts it instead of waiting for its lock.
 */
final class EmbeddedDatabase implements AutoCloseable {
    private static final String USER = "postgres";

    private final Path folder;
    private final EmbeddedPostgres server;
    private final String password;
    private final int port;

    EmbeddedDatabase(Path folder, int maxConnections, boolean durable) {
        this.folder = folder.toAbsolutePath();
        try {
            Files.createDirectories(this.folder);
            this.password = secret();
            this.port = port();
            this.server = start(maxConnections, durable);
            requireLogin();
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded database below " + folder + " cannot be started", e);
        } catch (SQLException e) {
            throw new IllegalStateException("The embedded database below " + folder + " cannot be reached", e);
        }
    }

    String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres?reWriteBatchedInserts=true";
    }

    String user() {
        return USER;
    }

    String password() {
        return password;
    }

    private EmbeddedPostgres start(int maxConnections, boolean durable) throws IOException {
        var onOff = durable ? "on" : "off";
        return EmbeddedPostgres.builder()
                .setDataDirectory(data())
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setConnectConfig("password", password)
                .setLocaleConfig("locale", "C.UTF-8")
                .setLocaleConfig("locale-provider", "icu")
                .setLocaleConfig("icu-locale", "zh-CN")
                .setServerConfig("fsync", onOff)
                .setServerConfig("synchronous_commit", onOff)
                .setServerConfig("full_page_writes", onOff)
                .setServerConfig("max_connections", String.valueOf(maxConnections))
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("listen_addresses", "localhost")
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("server.log").toFile()))
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("server.log").toFile()))
                .start();
    }

    /** The first start trusts everybody on this machine; from here on only the password opens the door. */
    private void requireLogin() throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(url(), USER, password);
                var statement = connection.createStatement()) {
            try (var shown = statement.executeQuery("show data_directory")) {
                shown.next();
                if (!Path.of(shown.getString(1)).toRealPath().equals(data().toRealPath())) {
                    throw new IllegalStateException(
                            "Port " + port + " belongs to another PostgreSQL; delete " + folder.resolve("port"));
                }
            }
            var rules = data().resolve("pg_hba.conf");
            if (!Files.readString(rules).contains("scram-sha-256")) {
                statement.execute("alter user " + USER + " password '" + password + "'");
                Files.writeString(rules, """
                        local all all scram-sha-256
                        host all all 127.0.0.1/32 scram-sha-256
                        host all all ::1/128 scram-sha-256
                        """);
                statement.execute("select pg_reload_conf()");
            }
        }
    }

    private Path data() {
        return folder.resolve("pg17");
    }

    private String secret() throws IOException {
        var file = folder.resolve("password");
        if (!Files.exists(file)) {
            var bytes = new byte[16];
            new SecureRandom().nextBytes(bytes);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(bytes));
        }
        return Files.readString(file).trim();
    }

    private int port() throws IOException {
        var file = folder.resolve("port");
        if (!Files.exists(file)) {
            try (var free = new ServerSocket(0)) {
                Files.writeString(file, String.valueOf(free.getLocalPort()));
            }
        }
        return Integer.parseInt(Files.readString(file).trim());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
