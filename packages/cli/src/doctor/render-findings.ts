import type { CommandTools } from "../command.ts";
import { fill } from "../language/messages.ts";
import { widthOf } from "../output/terminal.ts";
import type { Finding } from "./finding.ts";

const marks = { ok: ["✓", "green"], warning: ["!", "yellow"], failed: ["✗", "red"], skipped: ["-", "dim"] } as const;

/** A table by group; what to do stands below the check that needs it. */
export function renderFindings(findings: readonly Finding[], { terminal, messages }: CommandTools): string[] {
  const say = messages.doctor;
  const lines: string[] = [];
  const width = Math.max(...findings.map((one) => widthOf(one.title)));
  for (const group of new Set(findings.map((one) => one.group))) {
    lines.push(terminal.style("bold", group));
    for (const { state, title, detail, remedy } of findings.filter((one) => one.group === group)) {
      const [mark, style] = marks[state];
      lines.push(`  ${terminal.style(style, mark)} ${title}${" ".repeat(width - widthOf(title))}  ${detail}`.trimEnd());
      if (remedy !== null && state !== "ok") lines.push(`    ${" ".repeat(width)}→ ${remedy}`);
    }
  }
  const count = (state: Finding["state"]) => findings.filter((one) => one.state === state).length;
  const [failed, warnings] = [count("failed"), count("warning")];
  lines.push("", failed > 0 ? fill(say.summaryFailed, { failed }) : warnings > 0 ? fill(say.summaryWarnings, { warnings }) : say.summaryOk);
  return lines;
}
