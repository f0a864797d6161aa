import type { Messages } from "../language/messages.ts";

type FailureMessages = Messages["failures"];

/** A failure that has a sentence of its own in every language. */
export class CommandError extends Error {
  override readonly name = "CommandError";
  readonly key: keyof FailureMessages;
  readonly values: Readonly<Record<string, string | number>>;
  readonly exitCode: number;

  constructor(key: keyof FailureMessages, values: Readonly<Record<string, string | number>>, exitCode: number) {
    super(key);
    this.key = key;
    this.values = values;
    this.exitCode = exitCode;
  }
}
