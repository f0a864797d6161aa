import {
  type ClaimedJob,
  defaultJobRetryDelayMs,
  defaultJobRetryLimit,
  type JobsPort,
  jobRetryPauseMs,
  lostLeaseProblem,
  type NewJob,
  type SqlExecutor,
} from "@askonce/spec/storage";

export interface MemoryJob {
  id: string;
  name: string;
  data: Readonly<Record<string, unknown>>;
  state: "waiting" | "active" | "dead";
  dueAt: number;
  attempt: number;
  retryLimit: number;
  retryDelayMs: number;
  singletonKey: string | null;
  claim: string | null;
  leaseUntil: number;
  problem: string;
  failedAt: number;
}

export interface MemoryJobs {
  jobs: JobsPort;
  /** Runs `work`; what it does with the executor takes effect with its end, and not at all when it rejects. */
  transaction(work: (executor: SqlExecutor) => Promise<void>): Promise<void>;
  /** Everything there is, by lane: what a broken port is made of. */
  lanes: Map<string, MemoryJob[]>;
}

/** Jobs that end with the process, on a clock that the caller holds: a model of the port, and a port for tests of what is built on it. */
export function memoryJobs({ now }: { now: () => number }): MemoryJobs {
  const lanes = new Map<string, MemoryJob[]>();
  const transactions = new WeakMap<SqlExecutor, (() => void)[]>();
  let count = 0;
  const nextId = (kind: string) => `${kind}_${String(++count).padStart(8, "0")}`;

  const laneOf = (lane: string) => lanes.get(lane) ?? [];
  const isAbandoned = (job: MemoryJob) => job.state === "active" && job.leaseUntil < now();
  const isDue = (job: MemoryJob) => (job.state === "waiting" && job.dueAt <= now()) || isAbandoned(job);
  const inOrder = (jobs: readonly MemoryJob[]) => [...jobs].sort((one, other) => one.dueAt - other.dueAt || (one.id < other.id ? -1 : 1));
  const heldBy = (lane: string, { id, claim }: ClaimedJob) => laneOf(lane).find((job) => job.id === id && job.claim === claim);
  const remove = (lane: string, gone: MemoryJob) => {
    lanes.set(
      lane,
      laneOf(lane).filter((job) => job !== gone),
    );
  };
  const waits = (lane: string, key: string) => laneOf(lane).some((job) => job.state === "waiting" && job.singletonKey === key);
  const bury = (job: MemoryJob, problem: string) => Object.assign(job, { state: "dead", claim: null, problem, failedAt: now() });
  const wait = (job: MemoryJob, changes: Partial<MemoryJob>) => Object.assign(job, { state: "waiting", claim: null, ...changes });
  const add = (lane: string, job: NewJob, askedAt: number) => {
    if (job.singletonKey !== undefined && waits(lane, job.singletonKey)) return;
    const entry: MemoryJob = {
      id: nextId("job"),
      name: job.name,
      data: structuredClone(job.data),
      state: "waiting",
      dueAt: askedAt + (job.delayMs ?? 0),
      attempt: 0,
      retryLimit: job.retryLimit ?? defaultJobRetryLimit,
      retryDelayMs: job.retryDelayMs ?? defaultJobRetryDelayMs,
      singletonKey: job.singletonKey ?? null,
      claim: null,
      leaseUntil: 0,
      problem: "",
      failedAt: 0,
    };
    lanes.set(lane, [...laneOf(lane), entry]);
  };

  const jobs: JobsPort = {
    kind: "memory",
    async prepare() {},
    async enqueue(lane, wanted, executor) {
      const askedAt = now();
      later(transactions, executor, () => {
        for (const job of wanted) add(lane, job, askedAt);
      });
    },
    async claim(lane, { limit, leaseMs }) {
      for (const job of laneOf(lane)) if (isAbandoned(job) && job.attempt > job.retryLimit) bury(job, lostLeaseProblem);
      return inOrder(laneOf(lane).filter(isDue))
        .slice(0, limit)
        .map((job) => {
          const claim = nextId("claim");
          Object.assign(job, { state: "active", claim, leaseUntil: now() + leaseMs, attempt: job.attempt + 1 });
          const { id, name, data, attempt, retryLimit } = job;
          return { id, claim, name, data: structuredClone(data), attempt, lastAttempt: attempt > retryLimit };
        });
    },
    async extend(lane, claimed, { leaseMs }) {
      const held = claimed.filter((job) => heldBy(lane, job));
      for (const job of held) Object.assign(heldBy(lane, job) ?? {}, { leaseUntil: now() + leaseMs });
      return held.map((job) => job.id);
    },
    async complete(lane, claimed, executor) {
      const job = heldBy(lane, claimed);
      if (!job) return false;
      if (executor) later(transactions, executor, () => remove(lane, job));
      else remove(lane, job);
      return true;
    },
    async fail(lane, claimed, { problem, retryAfterMs }) {
      const job = heldBy(lane, claimed);
      if (!job) return;
      if (job.attempt > job.retryLimit) bury(job, problem);
      else wait(job, { dueAt: now() + (retryAfterMs ?? jobRetryPauseMs(job.retryDelayMs, job.attempt)), problem });
    },
    async release(lane, claimed, { delayMs = 0 } = {}) {
      const job = heldBy(lane, claimed);
      if (job) wait(job, { attempt: job.attempt - 1, ...(delayMs > 0 ? { dueAt: now() + delayMs } : {}) });
    },
    async counts(lane) {
      const counted = (state: MemoryJob["state"]) => laneOf(lane).filter((job) => job.state === state).length;
      const due = inOrder(laneOf(lane).filter((job) => job.state === "waiting" && job.dueAt <= now()));
      return {
        waiting: counted("waiting"),
        active: counted("active"),
        dead: counted("dead"),
        oldestDueMs: due[0] ? now() - due[0].dueAt : null,
      };
    },
    async dead(lane, { limit }) {
      const given = laneOf(lane).filter((job) => job.state === "dead");
      return given
        .sort((one, other) => other.failedAt - one.failedAt)
        .slice(0, limit)
        .map(({ id, name, data, attempt, problem, failedAt }) => ({ id, name, data, attempts: attempt, problem, failedAt }));
    },
    async revive(lane, id) {
      const job = laneOf(lane).find((each) => each.id === id && each.state === "dead");
      if (job) wait(job, { attempt: 0, dueAt: now() });
      return job !== undefined;
    },
    async dueLanes(limit) {
      const due = [...lanes].flatMap(([lane, all]) =>
        inOrder(all.filter(isDue))
          .slice(0, 1)
          .map((job) => ({ lane, dueAt: job.dueAt })),
      );
      return due
        .sort((one, other) => one.dueAt - other.dueAt)
        .slice(0, limit)
        .map((each) => each.lane);
    },
    async unfinished(lane) {
      return inOrder(laneOf(lane).filter((job) => job.state !== "dead")).map((job) => ({
        name: job.name,
        data: structuredClone(job.data),
        retryLimit: job.retryLimit,
        retryDelayMs: job.retryDelayMs,
        ...(job.state === "waiting" && job.dueAt > now() ? { delayMs: job.dueAt - now() } : {}),
        ...(job.singletonKey === null ? {} : { singletonKey: job.singletonKey }),
      }));
    },
    async drop(lane) {
      lanes.delete(lane);
    },
  };

  return {
    jobs,
    lanes,
    async transaction(work) {
      const executor: SqlExecutor = {
        async executeSql() {
          throw new TypeError("A transaction in memory runs no SQL");
        },
      };
      const effects: (() => void)[] = [];
      transactions.set(executor, effects);
      await work(executor);
      for (const effect of effects) effect();
    },
  };
}

function later(transactions: WeakMap<SqlExecutor, (() => void)[]>, executor: SqlExecutor, effect: () => void): void {
  const effects = transactions.get(executor);
  if (!effects) throw new TypeError("The executor is not of a transaction of these jobs");
  effects.push(effect);
}
