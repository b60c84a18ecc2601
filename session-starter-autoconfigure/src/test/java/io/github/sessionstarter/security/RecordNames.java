package io.github.sessionstarter.security;

import com.mongodb.client.MongoClient;
import io.github.sessionstarter.server.Stores;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The names of all records of a server, asked past our own stores. */
final class RecordNames {

    private RecordNames() {}

    static List<String> of(Stores store, ApplicationContext context) {
        return switch (store) {
            case REDIS -> ofRedis(context.getBean(RedisConnectionFactory.class));
            case MEMCACHED -> ofMemcached();
            case FILESYSTEM -> ofFiles(Path.of(context.getEnvironment().getProperty("session.file.dir")));
            case MONGODB -> ofMongo(context.getBean(MongoClient.class));
            case JDBC -> ofTable(context.getBean(DataSource.class));
        };
    }

    private static List<String> ofRedis(RedisConnectionFactory connections) {
        try (RedisConnection connection = connections.getConnection()) {
            return connection.keyCommands().keys("*".getBytes(StandardCharsets.US_ASCII)).stream()
                    .map(key -> new String(key, StandardCharsets.UTF_8))
                    .toList();
        }
    }

    private static List<String> ofMemcached() {
        return memcached("lru_crawler metadump all").stream()
                .map(line -> line.replaceFirst("key=(\\S+).*", "$1"))
                .map(name -> URLDecoder.decode(name, StandardCharsets.UTF_8))
                .toList();
    }

    /** How many keys memcached was asked for, by whatever command. */
    static int memcachedReads() {
        return memcached("stats").stream()
                .filter(line -> line.matches("STAT cmd_(get|touch|meta) \\d+"))
                .mapToInt(line -> Integer.parseInt(line.split(" ", -1)[2]))
                .sum();
    }

    private static List<String> memcached(String command) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Stores.memcachedPort());
                BufferedReader answer =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            List<String> lines = new ArrayList<>();
            for (String line = answer.readLine(); !line.equals("END"); line = answer.readLine()) {
                lines.add(line);
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> ofFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[0-9a-f]{32}"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> ofMongo(MongoClient client) {
        return client.getDatabase("flask_session")
                .getCollection("sessions")
                .find()
                .map(document -> document.getString("id"))
                .into(new ArrayList<>());
    }

    private static List<String> ofTable(DataSource database) {
        return JdbcClient.create(database)
                .sql("select session_id from \"sessions\"")
                .query(String.class)
                .list();
    }
}
