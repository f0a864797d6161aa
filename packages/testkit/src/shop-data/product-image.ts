import { catalogue, type Product, type ProductKind, skuOf, type VariantCode, variants } from "./catalogue.ts";

const kindColors: Readonly<Record<ProductKind, string>> = {
  home: "#8fa3b0",
  kitchen: "#c9a46a",
  fashion: "#a58bb0",
  electronics: "#6f8fa8",
};

/** Simple line drawings on a 48 × 48 grid. */
const kindDrawings: Readonly<Record<ProductKind, string>> = {
  home: '<path d="M16 22h16l-4-12h-8zM24 22v14M17 38h14"/>',
  kitchen: '<path d="M12 14h18v16a6 6 0 0 1-6 6h-6a6 6 0 0 1-6-6zM30 18h4a4 4 0 0 1 0 10h-4M12 40h18"/>',
  fashion: '<path d="M18 10l-8 5 3 7 4-2v18h14V20l4 2 3-7-8-5a6 6 0 0 1-12 0z"/>',
  electronics: '<path d="M18 8v8M30 8v8M14 16h20v8a10 10 0 0 1-20 0zM24 34v7"/>',
};

interface Pictured {
  product: Product;
  variant: VariantCode;
}

const bySku: ReadonlyMap<string, Pictured> = new Map(
  catalogue.flatMap((product) => product.variants.map((variant): [string, Pictured] => [skuOf(product, variant), { product, variant }])),
);

/** The path, relative to the fake shop's address, at which it serves {@link productImage}. */
export function productImagePath(sku: string): string {
  return `/images/${encodeURIComponent(sku)}.svg`;
}

/**
 * A small picture of a product: a colored tile with a drawing of its kind and its variant, so that a demo shows pictures without a
 * network. A SKU that is not in the catalogue gets a grey tile with its first letters.
 *
 * @returns an SVG document of 240 × 240 pixels, well under 2 kB, safe to serve as `image/svg+xml`
 */
export function productImage(sku: string): string {
  const found = bySku.get(sku);
  const variant = found === undefined ? undefined : variants[found.variant];
  const background = variant?.color || (found === undefined ? "#b4b4b4" : kindColors[found.product.kind]);
  const ink = isDark(background) ? "#ffffff" : "#2b2b2b";
  const title = escapeXml(found?.product.name.en ?? sku);
  const drawing = found === undefined ? "" : kindDrawings[found.product.kind];
  const caption = escapeXml(found === undefined ? sku.slice(0, 3).toUpperCase() : (variant?.name.en ?? ""));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="240" height="240" viewBox="0 0 48 48" role="img">`,
    `<title>${title}</title>`,
    `<rect width="48" height="48" rx="4" fill="${background}"/>`,
    `<g fill="none" stroke="${ink}" stroke-width="1.5" stroke-linejoin="round" stroke-linecap="round">${drawing}</g>`,
    caption === ""
      ? ""
      : `<text x="24" y="${drawing === "" ? 28 : 46}" font-family="sans-serif" font-size="${drawing === "" ? 12 : 4}" fill="${ink}" text-anchor="middle">${caption}</text>`,
    "</svg>",
  ].join("");
}

function isDark(color: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16));
  return red * 0.299 + green * 0.587 + blue * 0.114 < 140;
}

function escapeXml(text: string): string {
  return text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
