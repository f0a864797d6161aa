import { type AskedRequest, answering } from "@askonce/testkit/carrier";

/** Answers what FAN Courier would, and notes what it was asked. */
export interface FanDouble {
  fetch: typeof globalThis.fetch;
  asked: AskedRequest[];
  signIns(): number;
}

/** What FAN answers to a sign-in and to the question for parcels; each call takes the next answer, the last one stays. */
export interface FanAnswers {
  signIn?: (() => Response)[];
  tracking: (() => Response)[];
}

export const token = (text = "token-1", expiresAt: string | null = "2026-11-22 12:00:00"): Response =>
  Response.json({ status: "success", data: { token: text, expiresAt } });

export const parcels = (...data: unknown[]): Response => Response.json({ status: "success", data });

export function fanDouble({ signIn = [() => token()], tracking }: FanAnswers): FanDouble {
  const desk = answering(...signIn);
  const reports = answering(...tracking);
  const asked: AskedRequest[] = [];
  return {
    asked,
    signIns: () => desk.asked.length,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const answerer = new URL(request.url).pathname === "/login" ? desk : reports;
      const answer = await answerer.fetch(request);
      asked.push(...answerer.asked.slice(-1));
      return answer;
    },
  };
}
