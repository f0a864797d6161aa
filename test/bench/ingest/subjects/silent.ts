import type { Logger } from "@askonce/spec";

export const silentLogger: Logger = { debug() {}, info() {}, warn() {}, error() {} };
