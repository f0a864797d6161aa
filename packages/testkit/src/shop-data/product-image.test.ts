import { expect, test } from "vitest";
import { catalogue, skuOf } from "./catalogue.ts";
import { productImage, productImagePath } from "./product-image.ts";

const skus = catalogue.flatMap((product) => product.variants.map((variant) => skuOf(product, variant)));

test("the catalogue has sixty products with unique ids and SKUs that are safe in a path", () => {
  expect(catalogue).toHaveLength(60);
  expect(new Set(catalogue.map((product) => product.id)).size).toBe(60);
  expect(new Set(skus).size).toBe(skus.length);
  for (const sku of skus) expect(productImagePath(sku)).toBe(`/images/${sku}.svg`);
});

test("product names differ within each language", () => {
  for (const language of ["en", "it", "ro"] as const) {
    expect(new Set(catalogue.map((product) => product.name[language])).size).toBe(60);
  }
});

test("every SKU has a small picture of its own kind and color", () => {
  for (const sku of skus) {
    const svg = productImage(sku);
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" .*<\/svg>$/);
    expect(svg).toMatch(/fill="#[0-9a-f]{6}"/);
    expect(svg.length).toBeLessThan(2000);
  }
  expect(productImage("CANA-ALBA-ALB")).not.toBe(productImage("CANA-ALBA-VER"));
});

test("an unknown SKU gets a tile with its first letters, and cannot break out of the document", () => {
  expect(productImage("unknown-1")).toContain(">UNK</text>");
  const hostile = productImage(`<script>alert("1")</script>&'`);
  expect(hostile).not.toContain("<script");
  expect(hostile.match(/</g)?.length).toBe(productImage("unknown-1").match(/</g)?.length);
});
