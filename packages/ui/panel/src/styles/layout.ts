import { css } from "lit";

/** Where things stand: the panel, its blocks, rows and the way of a parcel. */
export const layoutStyles = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  .panel {
    container-type: inline-size;
    overflow-wrap: anywhere;
    padding-block-end: 8px;
  }
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
    font: inherit;
  }
  ul,
  ol {
    list-style: none;
  }
  .bar {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 40px;
    padding: 4px calc(var(--padding) - 8px) 4px var(--padding);
    color: var(--muted);
    font-size: 12px;
  }
  .bar > :first-child {
    flex: 1;
  }
  .headline {
    margin: 0 var(--padding) 8px;
    padding: 12px 16px;
    border-radius: var(--radius);
    border-inline-start: 4px solid currentColor;
  }
  .headline h3 {
    font-size: 17px;
    line-height: 1.3;
    font-weight: 650;
    letter-spacing: -0.01em;
  }
  .headline p {
    margin-top: 2px;
    color: var(--text);
    font-size: 13px;
  }
  .block {
    padding: 16px var(--padding);
    border-top: 1px solid var(--line);
  }
  .headline + .block,
  .bar + .block {
    border-top: 0;
    padding-top: 8px;
  }
  .block > h3,
  .label {
    margin-bottom: 4px;
    color: var(--muted);
    font-size: 12px;
    font-weight: 600;
  }
  .block > * + .fold,
  .block > * + .part {
    margin-top: 16px;
  }
  .part > h4 {
    margin-bottom: 4px;
    font-size: 13px;
    font-weight: 600;
  }
  .title {
    font-size: 17px;
    font-weight: 650;
    line-height: 1.3;
    letter-spacing: -0.01em;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 4px 8px;
  }
  .middle {
    align-items: center;
  }
  .between {
    justify-content: space-between;
    align-items: flex-start;
    flex-wrap: nowrap;
  }
  .grow {
    flex: 1;
    min-width: 0;
  }
  .list > li + li {
    margin-top: 8px;
  }
  .list.tight > li + li {
    margin-top: 4px;
  }
  .list.lined > li + li {
    margin-top: 12px;
    padding-top: 12px;
    border-top: 1px solid var(--line);
  }
  .pairs {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 4px 16px;
  }
  .pairs dd {
    text-align: end;
  }
  .pairs .strong {
    font-weight: 650;
  }
  .item {
    display: grid;
    grid-template-columns: 40px minmax(0, 1fr) auto;
    gap: 0 12px;
  }
  .item img,
  .item .picture {
    width: 40px;
    height: 40px;
    border-radius: 6px;
    border: 1px solid var(--line);
    background: var(--raised);
    object-fit: cover;
  }
  .parcel {
    padding: 12px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
  }
  .parcel + .parcel {
    margin-top: 8px;
  }
  .parcel > * + * {
    margin-top: 8px;
  }
  @container (max-width: 279px) {
    .item {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .item > :first-child {
      display: none;
    }
  }
`;
