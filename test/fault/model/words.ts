/**
 * The words that sequences are made of. Few, so that they meet; each stands for a case: white space around it, letters beyond ASCII, nothing
 * at all, too much. Long ones have a short name, so that a printed sequence can be read.
 */
export const subjects = [
  "Late parcel",
  "Broken cup",
  "  Late parcel ",
  "Țuică și brânză",
  "",
  "   ",
  "<301 letters>",
  "<300 letters>",
  "vetoed",
];

export const texts = [
  "Hello",
  "Where is my parcel?",
  "  two\n  lines ",
  "Please write to ana@example.com",
  "It is order #1042, by the way",
  "<300 letters>",
  "",
  " \n ",
  "<100001 letters>",
  "vetoed",
];

/** The facts that a customer's words hold. */
const factsByText: Readonly<Record<string, { key: string; value: string; normalized: string }>> = {
  "Please write to ana@example.com": { key: "email", value: "ana@example.com", normalized: "ana@example.com" },
  "It is order #1042, by the way": { key: "orderNumber", value: "1042", normalized: "1042" },
};

export function factIn(text: string): { key: string; value: string; normalized: string } | undefined {
  return factsByText[text];
}

export const tags = ["late", "gift", "Zoe", "été", " a  b ", "late ", "", "x".repeat(61), "<40 numbers>", "<40 letters>"];

export const contacts = [
  { kind: "email", value: "ana@example.com", normalized: "ana@example.com" },
  { kind: "email", value: " Ana@EXAMPLE.com", normalized: "ana@example.com" },
  { kind: "email", value: "bob@example.com", normalized: "bob@example.com" },
  { kind: "email", value: "no address", normalized: null },
  { kind: "phone", value: "0722 123 456", normalized: "+40722123456" },
  { kind: "phone", value: "+40722123456", normalized: "+40722123456" },
  { kind: "phone", value: "12", normalized: null },
  { kind: "handle", value: " AnaP ", normalized: "anap" },
  { kind: "shopCustomer", value: "memory:17", normalized: "memory:17" },
] as const;

export const searches = [
  "hello",
  "PARC",
  "tuica",
  "#1",
  "2",
  "ana",
  "example.co",
  "late parcel",
  "100%",
  "_",
  "0722123456",
  "722123",
  "arcel",
  "a",
];

/** Two that the storefront tells about, and one that nobody knows. */
export const orders = ["@ord:0", "@ord:1", "memory:none"];

/** What a short name stands for; everything else stands for itself. */
export function spelledOut(word: string): string {
  const letters = /^<(\d+) letters>$/.exec(word)?.[1];
  return letters === undefined ? word : "x".repeat(Number(letters));
}

export function spelledOutTags(words: readonly string[]): string[] {
  return words.flatMap((word) => {
    if (word === "<40 numbers>") return Array.from({ length: 40 }, (_, index) => String(index + 100));
    if (word === "<40 letters>") return Array.from({ length: 40 }, (_, index) => `letter ${String.fromCharCode(65 + index)}`);
    return [word];
  });
}
