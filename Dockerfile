FROM eclipse-temurin:25-jdk AS build
WORKDIR /build
# The wrapper unpacks Maven with it
RUN apt-get update && apt-get install -y --no-install-recommends unzip && rm -rf /var/lib/apt/lists/*
COPY mvnw pom.xml ./
COPY .mvn .mvn
COPY src src
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -ntp package -DskipTests \
    && cp target/due-regard-*.jar application.jar \
    && java -Djarmode=tools -jar application.jar extract --layers --destination layers

FROM eclipse-temurin:25-jre
LABEL org.opencontainers.image.title="Due Regard" \
      org.opencontainers.image.licenses="Apache-2.0"
WORKDIR /app
# An ordinary user: the embedded PostgreSQL refuses to run as root, and nothing here needs to
RUN useradd --uid 10001 --home-dir /app --shell /usr/sbin/nologin dueregard \
    && install -d -o dueregard -g dueregard -m 0700 data
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
COPY LICENSE NOTICE ./
USER 10001
VOLUME /app/data
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
# With a database configured it listens to all; as a demonstration to the container itself only, so that trying it out
# takes:  docker run -e SERVER_ADDRESS=0.0.0.0 -p 127.0.0.1:8080:8080 -v due-regard:/app/data due-regard
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-jar", "application.jar"]
