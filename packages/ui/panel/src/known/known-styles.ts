import { css } from "lit";

/** Facts with their notes, and how a ticket came here. */
export const knownStyles = css`
  .fact {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    gap: 0 12px;
    padding-block: 4px;
  }
  .disagree {
    margin-block: 4px;
    margin-inline: -8px;
    padding-inline: 6px;
    border-inline-start: 2px solid var(--tone);
    border-radius: 4px;
    background: var(--tone-soft);
  }
  .disagree :is(.source, .muted) {
    color: var(--text);
  }
  .fact dd {
    min-width: 0;
  }
  .value {
    position: relative;
  }
  .value + .value {
    margin-top: 4px;
  }
  .source {
    color: var(--muted);
    font-size: 12px;
  }
  .tip {
    position: absolute;
    z-index: 2;
    /* As wide as the row: the key's column is two thirds of this one. */
    inset: calc(100% - 2px) 0 auto calc(-66.7% - 12px);
    padding: 8px 12px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--raised);
    box-shadow: 0 6px 20px rgb(0 0 0 / 0.18);
    color: var(--text);
    font-size: 12px;
    opacity: 0;
    clip-path: inset(50%);
    pointer-events: none;
  }
  .tip > p + p {
    margin-top: 4px;
  }
  .value:is(:hover, :focus-within):not(.closed) > .tip {
    opacity: 1;
    clip-path: none;
    pointer-events: auto;
    transition: opacity 0.12s 0.15s;
  }
  .person {
    margin-block: 4px 8px;
  }
  .decide {
    margin-top: 8px;
  }
  .handed-over {
    margin: 0 var(--padding) 8px;
  }
  .handed-over .note > bdi {
    display: block;
    margin-top: 4px;
    white-space: pre-wrap;
  }
`;
