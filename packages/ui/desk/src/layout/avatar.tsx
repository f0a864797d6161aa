/** The first letters of a name; a hue of its own keeps people apart without a picture. */
export function Avatar({ name, kind = "customer" }: { name: string | null; kind?: "customer" | "agent" | "system" }) {
  const letters = (name ?? "")
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => [...word][0] ?? "")
    .filter((letter) => /\p{L}|\p{N}/u.test(letter));
  const initials = [letters[0], letters.length > 1 ? letters[letters.length - 1] : ""].join("").toLocaleUpperCase();
  return (
    <span className="avatar" data-kind={kind} data-hue={hue(name ?? "")} aria-hidden="true">
      {initials || "?"}
    </span>
  );
}

function hue(name: string): number {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 997;
  return sum % 6;
}
