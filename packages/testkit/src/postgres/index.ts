export { findPostgres, type PostgresAvailability, type PostgresFlavor } from "./find-postgres.ts";
export { type PostgresServer, type StartPostgresOptions, startPostgres } from "./postgres-server.ts";
export { postgresUnavailable, testDatabase } from "./test-database.ts";
