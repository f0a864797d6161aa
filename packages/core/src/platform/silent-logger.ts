import type { Logger } from "@askonce/spec";

/** Says nothing: a library does not write to somebody's terminal unless it was given a logger. */
export const silentLogger: Logger = { debug() {}, info() {}, warn() {}, error() {} };
