import { AskonceError, type ErrorCode } from "@askonce/spec";
import { fill, type Messages } from "../language/messages.ts";
import { CommandError } from "./command-error.ts";
import { exitCodes } from "./exit-codes.ts";

export interface Failure {
  lines: string[];
  exitCode: number;
}

/** What went wrong and what to do, for a person. Never the message of a foreign error: it may quote a request with its keys. */
export function describeFailure(error: unknown, messages: Messages): Failure {
  if (error instanceof CommandError) return { lines: [fill(messages.failures[error.key], error.values)], exitCode: error.exitCode };
  if (AskonceError.is(error)) {
    const whatToDo = describeCode(error.code, messages);
    const exitCode = error.code.startsWith("ADAPTER_")
      ? exitCodes.storefront
      : error.code === "CONFIGURATION_INVALID"
        ? exitCodes.usage
        : exitCodes.failed;
    return { lines: [`${error.code}: ${error.message}`, ...(whatToDo === null ? [] : [whatToDo])], exitCode };
  }
  if (isSystemError(error)) {
    const where = error.path === undefined ? "" : ` (${error.path})`;
    return { lines: [`${error.code}${where}`], exitCode: exitCodes.failed };
  }
  return {
    lines: [fill(messages.failures.unexpected, { name: error instanceof Error ? error.name : typeof error })],
    exitCode: exitCodes.failed,
  };
}

/** What a person can do about an error code; `null` when there is no advice beyond its title. */
export function describeCode(code: string, messages: Messages): string | null {
  return messages.advice[code as ErrorCode] ?? null;
}

function isSystemError(error: unknown): error is Error & { code: string; path?: string } {
  return error instanceof Error && "code" in error && typeof error.code === "string" && "syscall" in error;
}
