import { problemSchema } from "@askonce/spec";
import { expect } from "vitest";
import type { Answer } from "./instance.ts";

/** An error as every client may rely on it: the code, the whole problem and nothing but it, its headers. */
export function expectProblem(answer: Answer, status: number, code: string) {
  expect([answer.status, answer.body?.code]).toEqual([status, code]);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  const problem = problemSchema.strict().parse(answer.body);
  expect(problem.status).toBe(answer.status);
  expect(problem.type).toBe(`https://askonce.dev/errors/${code}`);
  expect(problem.requestId).toMatch(/^req_/);
  expect(answer.headers.get("x-request-id")).toBe(problem.requestId);
}
