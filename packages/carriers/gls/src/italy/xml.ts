/** An element with its text and children; attributes are not kept, GLS uses none. */
export interface XmlElement {
  /** In capitals, as GLS mixes the two. */
  name: string;
  /** Its own text, CDATA included, trimmed at the end of reading. */
  text: string;
  children: XmlElement[];
}

const maxCharacters = 1_000_000;
const maxElements = 20_000;
const maxDepth = 20;

/** CDATA, comment, processing instruction, end tag, start tag (maybe empty), or text. A declaration (`<!DOCTYPE`) is none of them. */
const token = /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<\/([\w:.-]+)\s*>|<([\w:.-]+)(?:\s[^<>]*?)?(\/?)>|([^<]+)/y;

/**
 * Reads the flat XML of GLS Italy. Bounded in size, count and depth; there are no document types and no entities but the five of XML and
 * numbers, so nothing can be fetched or blown up.
 *
 * @returns the root; `null` for what is not well-formed or out of bounds
 */
export function readXml(source: string): XmlElement | null {
  if (source.length > maxCharacters) return null;
  const document: XmlElement = { name: "", text: "", children: [] };
  const open = [document];
  let elements = 0;
  token.lastIndex = source.startsWith("\uFEFF") ? 1 : 0;
  while (token.lastIndex < source.length) {
    const match = token.exec(source);
    const current = open.at(-1);
    if (!match || !current) return null;
    const [, cdata, ended, started, isEmpty, text] = match;
    if (cdata !== undefined) current.text += cdata;
    else if (text !== undefined) current.text += decodeEntities(text);
    else if (ended !== undefined) {
      if (current === document || current.name !== ended.toUpperCase()) return null;
      current.text = current.text.trim();
      open.pop();
    } else if (started !== undefined) {
      if (++elements > maxElements || open.length > maxDepth) return null;
      const element: XmlElement = { name: started.toUpperCase(), text: "", children: [] };
      current.children.push(element);
      if (isEmpty === "") open.push(element);
    }
  }
  const [root, another] = document.children;
  return open.length === 1 && root && !another && document.text.trim() === "" ? root : null;
}

/** The first child of a name; `undefined` when there is none. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

/** All elements of a name below an element, in the order of the document. */
export function allBelow(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...allBelow(child, name)]);
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return named[String(name)] ?? whole;
    const code = decimal === undefined ? Number.parseInt(String(hexadecimal), 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : "\uFFFD";
  });
}
