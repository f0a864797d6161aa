import assert from "node:assert/strict";
import { inspect } from "node:util";
import { AskonceError, type ErrorCode } from "@askonce/spec";

/** Waits for the rejection and fails when there is none or when it has another code. */
export async function assertRejects(call: Promise<unknown>, ...codes: ErrorCode[]): Promise<AskonceError> {
  const error = await rejectionOf(call);
  assert.ok(AskonceError.is(error), `an AskonceError is thrown, not ${describeError(error)}`);
  assert.ok(codes.includes(error.code), `the code is ${codes.join(" or ")}, not ${error.code}`);
  return error;
}

/** What the call rejects with; fails when it resolves. */
export async function rejectionOf(call: Promise<unknown>): Promise<unknown> {
  try {
    await call;
  } catch (error) {
    return error;
  }
  return assert.fail("The call has to fail, but it succeeded");
}

/** Fails when the call takes longer than this in real time. */
export async function withinRealTime<Result>(call: Promise<Result>, limitMs: number, what: string): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new assert.AssertionError({ message: `${what} took longer than ${limitMs} ms` })), limitMs);
  });
  try {
    return await Promise.race([call, limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** Everything a log of the value could show: messages, stacks, causes, hidden and nested properties. */
export function everythingIn(value: unknown): string {
  return inspect(value, {
    depth: 12,
    showHidden: true,
    maxStringLength: null,
    maxArrayLength: null,
    breakLength: Number.POSITIVE_INFINITY,
  });
}

/** Fails when one of the words is in the text; the message does not repeat it. */
export function assertFreeOf(text: string, words: readonly string[], what: string): void {
  const lower = text.toLowerCase();
  const found = words.filter((word) => lower.includes(word.toLowerCase()));
  assert.equal(
    found.length,
    0,
    `${what}: ${found.length} of ${words.length} forbidden values found, beginning with ${found.map(masked).join(", ")}`,
  );
}

function masked(word: string): string {
  return `"${word.slice(0, 2)}…" (${word.length} characters)`;
}

function describeError(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
