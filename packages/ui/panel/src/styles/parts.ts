import { css } from "lit";

/** What things look like: tones, chips, buttons, disclosures, source notes, and what is only for screen readers. */
export const partStyles = css`
  .sr {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .muted,
  .raw {
    color: var(--muted);
  }
  .small {
    font-size: 12px;
  }
  .strong {
    font-weight: 600;
  }
  .danger {
    --tone: var(--danger);
    --tone-soft: var(--danger-soft);
  }
  .warn {
    --tone: var(--warn);
    --tone-soft: var(--warn-soft);
  }
  .ok {
    --tone: var(--ok);
    --tone-soft: var(--ok-soft);
  }
  .info {
    --tone: var(--accent);
    --tone-soft: var(--accent-soft);
  }
  .neutral {
    --tone: var(--muted);
    --tone-soft: var(--raised);
  }
  .headline,
  .chip,
  .notice {
    background: var(--tone-soft);
    color: var(--tone);
  }
  .toned {
    color: var(--tone);
    font-weight: 600;
  }
  .chip {
    display: inline-block;
    padding: 1px 8px;
    border-radius: 10px;
    font-size: 12px;
    font-weight: 600;
    line-height: 18px;
  }
  .tag {
    padding: 0 6px;
    border: 1px solid var(--line);
    border-radius: 4px;
    color: var(--muted);
    font-size: 12px;
  }
  .notice {
    padding: 8px 12px;
    border-radius: var(--radius);
    font-size: 13px;
  }
  .notice p {
    color: var(--text);
  }
  .notice strong {
    font-weight: 600;
  }
  .quote {
    padding: 8px 12px;
    border-radius: var(--radius);
    background: var(--raised);
  }
  .quote > bdi {
    display: block;
    white-space: pre-wrap;
  }
  .private {
    background: var(--warn-soft);
  }
  .private .label,
  .private .muted {
    color: var(--warn);
  }
  .dot {
    flex: none;
    align-self: center;
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--tone);
  }
  svg {
    display: block;
    width: 16px;
    height: 16px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  button,
  summary {
    font: inherit;
    color: inherit;
    cursor: pointer;
  }
  button {
    margin: 0;
    border: 0;
    background: none;
    text-align: start;
  }
  a {
    color: var(--accent);
    text-underline-offset: 2px;
  }
  .button {
    flex: none;
    min-height: 28px;
    padding: 3px 12px;
    border: 1px solid var(--control);
    border-radius: 6px;
    background: var(--surface);
    color: var(--text);
    font-size: 13px;
    font-weight: 500;
  }
  .button:hover {
    border-color: var(--accent);
    color: var(--accent);
  }
  .icon {
    display: grid;
    place-items: center;
    flex: none;
    align-self: center;
    width: 28px;
    height: 28px;
    padding: 0;
    border-radius: 6px;
    color: var(--muted);
  }
  .icon:hover,
  .insert:hover {
    background: var(--accent-soft);
    color: var(--accent);
  }
  .insert {
    display: inline;
    min-height: 24px;
    margin-inline: -4px;
    padding: 1px 4px;
    border-radius: 4px;
    text-decoration: underline dotted var(--control);
    text-underline-offset: 3px;
    font-weight: inherit;
    letter-spacing: inherit;
  }
  :is(button, a, summary, [tabindex]):focus-visible {
    outline: 2px solid var(--accent);
    outline-offset: 2px;
    border-radius: 4px;
  }
  .fold > summary {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 28px;
    list-style: none;
    font-weight: 600;
  }
  .fold > summary::-webkit-details-marker {
    display: none;
  }
  .fold > summary::before {
    content: "";
    flex: none;
    width: 6px;
    height: 6px;
    margin-inline: 2px 1px;
    border: solid var(--muted);
    border-width: 0 1.6px 1.6px 0;
    transform: rotate(-45deg);
  }
  .fold[open] > summary::before {
    transform: rotate(45deg);
  }
  .parcel .fold > summary {
    font-size: 13px;
    font-weight: 500;
  }
  .fold > summary:hover {
    color: var(--accent);
  }
  .fold > summary > .count {
    color: var(--muted);
    font-weight: 400;
  }
  .fold > summary + * {
    margin-top: 8px;
  }
  .skeleton {
    padding: 8px var(--padding) 16px;
  }
  .bone {
    height: 12px;
    margin-top: 12px;
    border-radius: 6px;
    background: var(--line);
    animation: breathe 1.4s ease-in-out infinite alternate;
  }
  .bone.big {
    height: 64px;
    border-radius: var(--radius);
  }
  .bone.half {
    width: 55%;
  }
  .empty {
    padding: 32px var(--padding);
    text-align: center;
  }
  .empty p {
    max-width: 36ch;
    margin: 4px auto 12px;
    color: var(--muted);
  }
  .turning svg {
    animation: turn 1s linear infinite;
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      animation: none !important;
      transition: none !important;
    }
  }
  @media (forced-colors: active) {
    .dot {
      forced-color-adjust: none;
    }
    .chip,
    .headline,
    .notice {
      border: 1px solid;
    }
  }
`;
