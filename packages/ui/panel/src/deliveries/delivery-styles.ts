import { css } from "lit";

/** The line of a parcel, sources side by side, and the sign of a storm. */
export const deliveryStyles = css`
  .rail {
    width: 100%;
    height: 28px;
    overflow: hidden;
  }
  .rail line {
    stroke: var(--line);
    stroke-width: 3;
  }
  .rail .done {
    stroke: var(--tone);
  }
  .rail .overdue {
    stroke: var(--danger);
    stroke-width: 5;
    stroke-dasharray: 3 2;
  }
  .rail circle {
    fill: var(--surface);
    stroke: var(--control);
    stroke-width: 2;
  }
  .rail .reached {
    fill: var(--tone);
    stroke: var(--tone);
  }
  .rail .here {
    fill: var(--surface);
    stroke: var(--tone);
    stroke-width: 5;
  }
  /* So that the overdue part stands out from the way that was made. */
  .danger .rail {
    --tone: var(--muted);
  }
  .danger .rail .here {
    stroke: var(--danger);
  }
  .flag {
    fill: var(--text);
    stroke: var(--text);
    stroke-width: 1.4;
  }
  .sign {
    display: inline-block;
    width: 11px;
    height: 20px;
    margin-inline-end: 4px;
    padding-inline-start: 1px;
    vertical-align: -5px;
  }
  .way {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
  }
  .way li {
    padding-inline: 2px;
    color: var(--muted);
    font-size: 11px;
    line-height: 1.3;
    text-align: center;
    overflow-wrap: break-word;
  }
  .way .current {
    color: var(--text);
    font-weight: 600;
  }
  .way time {
    display: block;
    font-weight: 400;
    color: var(--muted);
  }
  .scans {
    padding-inline-start: 12px;
    border-inline-start: 2px solid var(--line);
  }
  .scans.small > li + li {
    margin-top: 4px;
  }
  .beside {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(120px, 100%), 1fr));
    gap: 8px 16px;
    margin-block: 4px;
  }
  .notice .raw {
    color: inherit;
  }
  .storm {
    margin: 0 var(--padding) 8px;
  }
  .storm .fold {
    color: var(--text);
    font-size: 12px;
  }
  .storm .fold > summary {
    font-weight: 500;
  }
  .storm .fold > summary + * {
    margin-top: 0;
  }
  @container (max-width: 399px) {
    .way li > span {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  @media (forced-colors: active) {
    .rail {
      forced-color-adjust: none;
    }
  }
`;
