import type { Answer } from "./http-call.ts";

/** What a server under fault may answer: a success, or 503 with a code and a pause. Everything else is written down. */
export interface AnswerBook {
  note(answer: Answer): void;
  noteSilence(): void;
  readonly counts: Readonly<Record<string, number>>;
  /** Of the first few answers that were neither a success nor a proper 503. */
  readonly improper: readonly string[];
  readonly slowestMs: number;
  /** How many answers were no success. */
  readonly refused: number;
  /** When the last success came, by `performance.now()`. */
  readonly lastSuccessAt: number;
}

const mostKept = 20;

export function createAnswerBook(): AnswerBook {
  const counts: Record<string, number> = {};
  const improper: string[] = [];
  let slowestMs = 0;
  let refused = 0;
  let lastSuccessAt = Number.NEGATIVE_INFINITY;
  const count = (name: string) => {
    counts[name] = (counts[name] ?? 0) + 1;
  };
  return {
    counts,
    improper,
    get slowestMs() {
      return Math.round(slowestMs);
    },
    get refused() {
      return refused;
    },
    get lastSuccessAt() {
      return lastSuccessAt;
    },
    note(answer) {
      if (answer.status < 300) lastSuccessAt = performance.now();
      else refused++;
      slowestMs = Math.max(slowestMs, answer.tookMs);
      const code = answer.status < 300 ? null : codeOf(answer);
      count(code === null ? String(answer.status) : `${answer.status} ${code}`);
      if (answer.status < 300 || isProperRefusal(answer, code)) return;
      if (improper.length < mostKept) improper.push(`${answer.status} ${code} retry-after: ${answer.headers["retry-after"] ?? "none"}`);
    },
    noteSilence: () => count("no answer"),
  };
}

function isProperRefusal(answer: Answer, code: string | null): boolean {
  return answer.status === 503 && code !== "none" && /^\d+$/.test(String(answer.headers["retry-after"] ?? ""));
}

function codeOf(answer: Answer): string {
  try {
    const { code } = JSON.parse(answer.text) as { code?: unknown };
    return typeof code === "string" ? code : "none";
  } catch {
    return "none";
  }
}
