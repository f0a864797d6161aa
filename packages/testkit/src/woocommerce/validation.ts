import type { QueryParameters } from "./parameters.ts";
import { RestError } from "./rest-error.ts";

interface Problem {
  code: string;
  message: string;
  data: unknown;
}

/** Collects what is wrong with a request's parameters, to refuse them all in one answer as WordPress does. */
export interface Validation {
  integer(name: string, fallback: number, bounds: { minimum: number; maximum?: number }): number;
  oneOf<Value extends string>(name: string, allowed: readonly Value[], fallback: Value): Value;
  listOf(name: string, allowed: readonly string[], fallback: readonly string[]): string[];
  integers(name: string): number[] | null;
  date(name: string, read: (text: string) => number | null): number | null;
  /** @throws {RestError} 400 `rest_invalid_param` that names every invalid parameter */
  finish(): void;
}

export function validate(query: QueryParameters): Validation {
  const problems = new Map<string, Problem>();
  return {
    integer(name, fallback, { minimum, maximum }) {
      const text = query.text(name);
      if (text === undefined) return fallback;
      if (!/^-?\d+$/.test(text)) {
        problems.set(name, { code: "rest_invalid_type", message: `${name} is not of type integer.`, data: { param: name } });
        return fallback;
      }
      const value = Number(text);
      if (value < minimum || (maximum !== undefined && value > maximum)) {
        const message =
          maximum === undefined
            ? `${name} must be greater than or equal to ${minimum}`
            : `${name} must be between ${minimum} (inclusive) and ${maximum} (inclusive)`;
        problems.set(name, { code: "rest_out_of_bounds", message, data: null });
      }
      return value;
    },
    oneOf(name, allowed, fallback) {
      const text = query.text(name);
      if (text === undefined) return fallback;
      const found = allowed.find((value) => value === text);
      if (found === undefined) problems.set(name, notOneOf(name, allowed));
      return found ?? fallback;
    },
    listOf(name, allowed, fallback) {
      const list = query.list(name);
      if (list === undefined) return [...fallback];
      const wrong = list.findIndex((value) => !allowed.includes(value));
      if (wrong !== -1) problems.set(name, notOneOf(`${name}[${wrong}]`, allowed));
      return list;
    },
    integers(name) {
      const list = query.list(name);
      if (list === undefined) return null;
      const wrong = list.findIndex((value) => !/^-?\d+$/.test(value));
      if (wrong !== -1) {
        const message = `${name}[${wrong}] is not of type integer.`;
        problems.set(name, { code: "rest_invalid_type", message, data: { param: `${name}[${wrong}]` } });
      }
      return list.map(Number);
    },
    date(name, read) {
      const text = query.text(name);
      if (text === undefined) return null;
      const value = read(text);
      if (value === null) problems.set(name, { code: "rest_invalid_date", message: "Invalid date.", data: null });
      return value;
    },
    finish() {
      if (problems.size > 0) throw invalidParameters(problems);
    },
  };
}

/** `status is not one of a, b, and c.`: the refusal of a value outside a list. */
export function notOneOf(name: string, allowed: readonly string[]): Problem {
  const start = allowed.slice(0, -1).join(", ");
  const list = allowed.length < 3 ? allowed.join(" and ") : `${start}, and ${allowed.at(-1)}`;
  return { code: "rest_not_in_enum", message: `${name} is not one of ${list}.`, data: null };
}

export function invalidParameters(problems: ReadonlyMap<string, Problem>): RestError {
  const names = [...problems.keys()].join(", ");
  return new RestError(400, "rest_invalid_param", `Invalid parameter(s): ${names}`, {
    params: Object.fromEntries([...problems].map(([name, problem]) => [name, problem.message])),
    details: Object.fromEntries(problems),
  });
}
