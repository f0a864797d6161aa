import { type CSSResult, css, unsafeCSS } from "lit";

/**
 * Every color of the panel as `[light, dark]`. A page overrides one by setting `--askonce-<name>`, for both themes at once or with
 * `light-dark(…)`. The pairs that carry text are held to WCAG AA by a test.
 */
export const colors = {
  surface: ["#ffffff", "#15181e"],
  raised: ["#f5f6f8", "#1e222a"],
  line: ["#e2e5ea", "#2e343e"],
  control: ["#858e9c", "#737e8e"],
  text: ["#1a1f29", "#e8ebf0"],
  muted: ["#545d6d", "#a6b0be"],
  accent: ["#2456c9", "#8fb1ff"],
  "accent-soft": ["#e9effc", "#1e2b47"],
  ok: ["#12683a", "#79d6a1"],
  "ok-soft": ["#e5f4eb", "#16301f"],
  warn: ["#7d4a05", "#f1c072"],
  "warn-soft": ["#fcf1dd", "#33280f"],
  danger: ["#a81e27", "#ffa3a3"],
  "danger-soft": ["#fcebeb", "#3b1c1e"],
} as const satisfies Record<string, readonly [light: string, dark: string]>;

export type ColorName = keyof typeof colors;

function colorDeclarations(): CSSResult {
  const lines = Object.entries(colors).map(([name, [light, dark]]) => `--${name}: var(--askonce-${name}, light-dark(${light}, ${dark}));`);
  return unsafeCSS(lines.join("\n"));
}

/** Colors, type and the 8 pixel rhythm, on the host, so that everything inside speaks in tokens. */
export const tokenStyles = css`
  :host {
    ${colorDeclarations()}
    --font: var(--askonce-font, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif);
    --radius: var(--askonce-radius, 8px);
    --padding: var(--askonce-padding, 16px);
    color-scheme: light dark;
    display: block;
    background: var(--surface);
    color: var(--text);
    font: 400 14px/1.45 var(--font);
    font-variant-numeric: tabular-nums;
    text-align: start;
  }
  :host([theme="light"]) {
    color-scheme: light;
  }
  :host([theme="dark"]) {
    color-scheme: dark;
  }
  :host([hidden]) {
    display: none;
  }
`;
