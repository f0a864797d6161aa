import type { DraftCheck } from "@askonce/spec";

export interface DraftCheckerOptions {
  /** Reads a draft; must stop when the signal is aborted. */
  check(text: string, signal: AbortSignal): Promise<DraftCheck>;
  /** The newest answer and the text that it is about; `null` when that text was not checked, because the check failed or there is none. */
  onResult(result: { check: DraftCheck | null; text: string; failed: boolean }): void;
  /** Milliseconds of rest before a draft is read. Default: 300. */
  delayMs?: number;
  setTimer?: (run: () => void, ms: number) => unknown;
  clearTimer?: (timer: unknown) => void;
}

export interface DraftChecker {
  /** The draft is this now. Never waits and never throws. */
  write(text: string): void;
  stop(): void;
}

/** Checks a draft whenever its writer pauses. One call at a time: a newer text aborts the call about the older one. */
export function createDraftChecker(options: DraftCheckerOptions): DraftChecker {
  const {
    check,
    onResult,
    delayMs = 300,
    setTimer = (run, ms) => setTimeout(run, ms),
    clearTimer = (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
  } = options;
  let timer: unknown = null;
  let running: AbortController | null = null;
  let answered: string | null = null;

  const rest = () => {
    if (timer !== null) clearTimer(timer);
    timer = null;
    running?.abort();
    running = null;
  };
  const read = async (text: string) => {
    const controller = new AbortController();
    running = controller;
    const tell = (result: DraftCheck | null) => {
      if (controller.signal.aborted) return;
      running = null;
      answered = result && text;
      onResult({ check: result, text, failed: result === null });
    };
    await check(text, controller.signal).then(tell, () => tell(null));
  };

  return {
    write(text) {
      rest();
      if (text === answered) return;
      if (text.trim() === "") {
        answered = text;
        onResult({ check: null, text, failed: false });
        return;
      }
      timer = setTimer(() => {
        timer = null;
        void read(text);
      }, delayMs);
    },
    stop: rest,
  };
}
