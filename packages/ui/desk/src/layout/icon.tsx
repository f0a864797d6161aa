/** Drawn for this desk: 20 by 20, stroked in the color of the text. */
const paths = {
  mark: "M4 10a6 6 0 1 1 3 5.2L4 16l.8-3M8 10l1.6 1.7L12.5 8.5",
  search: "M9 3.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11M13.2 13.2 17 17",
  plus: "M10 4v12M4 10h12",
  close: "M5 5l10 10M15 5 5 15",
  back: "M12 4l-6 6 6 6",
  sun: "M10 6.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7M10 2v1.6M10 16.4V18M2 10h1.6M16.4 10H18M4.3 4.3l1.2 1.2M14.5 14.5l1.2 1.2M4.3 15.7l1.2-1.2M14.5 5.5l1.2-1.2",
  moon: "M16 11.8A6.5 6.5 0 0 1 8.2 4 6.5 6.5 0 1 0 16 11.8Z",
  keyboard: "M2.5 5.5h15v9h-15zM5.5 8.5h.01M8.5 8.5h.01M11.5 8.5h.01M14.5 8.5h.01M6.5 11.7h7",
  leave: "M8 4H4.5v12H8M12 7l3 3-3 3M15 10H8",
  merge: "M6 4v3c0 3 4 3 4 6v3M14 4v3c0 3-4 3-4 6",
  lock: "M5.5 9h9v7h-9zM7.5 9V6.8a2.5 2.5 0 0 1 5 0V9",
  verified: "M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14M6.8 10.2 9 12.4l4.2-4.6",
  question: "M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14M8 8a2 2 0 1 1 2.7 1.9c-.5.2-.7.5-.7 1.1v.3M10 13.6h.01",
  parcel: "M3.5 6.5 10 3l6.5 3.5v7L10 17l-6.5-3.5zM3.5 6.5 10 10l6.5-3.5M10 10v7",
  inbox: "M3.5 11.5 5.5 4h9l2 7.5V16h-13zM3.5 11.5H7l1.2 2h3.6l1.2-2h3.5",
  warning: "M10 3.5 17.5 16h-15zM10 8v4M10 14h.01",
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
