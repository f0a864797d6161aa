/** Something that goes wrong with the next requests under `/wp-json/`, before WooCommerce sees them (or, for the notice, after). */
export interface Faults {
  /**
   * The next `times` (default 1) requests are answered with this status: 429 and 503 with `Retry-After` (default 1 s) from the server in
   * front, 500 with WordPress's JSON for a PHP crash, others as the server in front would.
   */
  failNext(fault: { status: number; times?: number; retryAfterSeconds?: number }): void;
  /** The next requests get the login page: HTML with status 200, as after a redirect or from a security plugin. */
  answerHtmlNext(times?: number): void;
  /** The next answers have a PHP notice in front of the JSON. */
  noticeBeforeJsonNext(times?: number): void;
  /** The next requests get no answer until they are aborted or {@link Faults.releaseHanging} is called. */
  hangNext(times?: number): void;
  /** Ends the requests that hang, with a 504. */
  releaseHanging(): void;
  /** The next requests have their connection cut. */
  dropNext(times?: number): void;
  /** Forgets the faults that have not happened yet. */
  clearFaults(): void;
}

export interface FaultQueue extends Faults {
  /** Applies the next fault, if any, to a request that `proceed` would answer. */
  apply(request: Request, proceed: () => Promise<Response>): Promise<Response>;
}

type Fault = (request: Request, proceed: () => Promise<Response>) => Promise<Response>;

export function createFaultQueue(): FaultQueue {
  const queue: Fault[] = [];
  const hanging = new Set<(response: Response) => void>();
  const add = (fault: Fault, times = 1): void => {
    for (let count = 0; count < times; count += 1) queue.push(fault);
  };
  return {
    failNext({ status, times, retryAfterSeconds = 1 }) {
      add(async () => failure(status, retryAfterSeconds), times);
    },
    answerHtmlNext(times) {
      add(async () => new Response(loginPage, { status: 200, headers: { "content-type": "text/html; charset=UTF-8" } }), times);
    },
    noticeBeforeJsonNext(times) {
      add(async (_request, proceed) => {
        const response = await proceed();
        const { status, headers } = response;
        return new Response(notice + (await response.text()), { status, headers });
      }, times);
    },
    hangNext(times) {
      add(
        (request) =>
          new Promise((resolve, reject) => {
            hanging.add(resolve);
            const onAbort = (): void => {
              hanging.delete(resolve);
              reject(request.signal.reason);
            };
            if (request.signal.aborted) onAbort();
            else request.signal.addEventListener("abort", onAbort, { once: true });
          }),
        times,
      );
    },
    releaseHanging() {
      for (const resolve of hanging) resolve(failure(504, 0));
      hanging.clear();
    },
    dropNext(times) {
      add(async () => Response.error(), times);
    },
    clearFaults() {
      queue.length = 0;
    },
    apply(request, proceed) {
      const fault = queue.shift();
      return fault === undefined ? proceed() : fault(request, proceed);
    },
  };
}

const notice =
  "<br />\n<b>Notice</b>:  Function _load_textdomain_just_in_time was called <strong>incorrectly</strong>. in <b>/var/www/html/wp-includes/functions.php</b> on line <b>6121</b><br />\n";

const loginPage =
  '<!DOCTYPE html>\n<html lang="en-US">\n<head><meta charset="UTF-8"><title>Log In</title></head>\n<body class="login"><form name="loginform" id="loginform" action="/wp-login.php" method="post"></form></body>\n</html>\n';

const reasons: Record<number, string> = {
  429: "Too Many Requests",
  502: "Bad Gateway",
  503: "Service Temporarily Unavailable",
  504: "Gateway Time-out",
};

function failure(status: number, retryAfterSeconds: number): Response {
  if (status === 500) {
    const message = "<p>There has been a critical error on this website.</p>";
    return Response.json({ code: "internal_server_error", message, data: { status: 500 }, additional_errors: [] }, { status });
  }
  const reason = `${status} ${reasons[status] ?? "Error"}`;
  const headers = new Headers({ "content-type": "text/html" });
  if (status === 429 || status === 503) headers.set("retry-after", String(retryAfterSeconds));
  return new Response(`<html>\n<head><title>${reason}</title></head>\n<body><center><h1>${reason}</h1></center></body>\n</html>\n`, {
    status,
    headers,
  });
}
