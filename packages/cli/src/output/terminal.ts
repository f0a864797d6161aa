import { stripVTControlCharacters, styleText } from "node:util";

type Style = "bold" | "dim" | "red" | "green" | "yellow" | "cyan";

/** Where a command writes. Answers go to standard output, everything about the run to standard error. */
export interface Terminal {
  /** Writes a line of the answer. */
  print(line: string): void;
  /** Writes a line about the run. */
  error(line: string): void;
  /** Replaces the last line of standard error, on a terminal only. */
  progress(line: string): void;
  /** Colors for standard output; plain text when it is not a terminal. */
  style(style: Style, text: string): string;
  /** From now on this text is written as `***`, whatever writes it. */
  hide(secret: string | undefined): void;
  /** Somebody sits in front of it and can answer. */
  readonly isInteractive: boolean;
  /** Standard error is a terminal, where a line can be replaced. */
  readonly showsProgress: boolean;
}

/** Shorter ones are no secrets, and hiding them would garble every word they occur in. */
const shortestSecret = 6;

/** A bare control character in a shop's data must not move the cursor or set the window's title. */
function withoutControls(line: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  return line.replace(/[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f-\u009f]/g, "");
}

export function createTerminal(
  streams: { out: NodeJS.WriteStream; error: NodeJS.WriteStream } = { out: process.stdout, error: process.stderr },
): Terminal {
  const secrets = new Set<string>();
  const colors = streams.out.isTTY === true && !process.env.NO_COLOR;
  let progressShown = false;

  const clean = (line: string): string => {
    let text = withoutControls(line);
    for (const secret of secrets) text = text.replaceAll(secret, "***");
    return text;
  };
  const clearProgress = () => {
    if (progressShown) streams.error.write("\r\u001b[K");
    progressShown = false;
  };

  return {
    isInteractive: streams.out.isTTY === true && process.stdin.isTTY === true,
    showsProgress: streams.error.isTTY === true,
    print(line) {
      clearProgress();
      streams.out.write(`${clean(line)}\n`);
    },
    error(line) {
      clearProgress();
      streams.error.write(`${clean(line)}\n`);
    },
    progress(line) {
      if (streams.error.isTTY !== true) return;
      streams.error.write(`\r${clean(line)}\u001b[K`);
      progressShown = true;
    },
    style: (style, text) => (colors ? styleText(style, text, { validateStream: false }) : text),
    hide(secret) {
      if (secret === undefined || secret.length < shortestSecret) return;
      secrets.add(secret);
      secrets.add(encodeURIComponent(secret));
    },
  };
}

/** How wide a text is on the screen, styles not counted. */
export function widthOf(text: string): number {
  return stripVTControlCharacters(text).length;
}
