import type { Page } from "playwright-core";

/** Every piece of text on the panel whose rendered contrast is under 4.5, as `ratio text`. Measured on what the browser computed. */
export function lowContrastTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const root = document.querySelector("askonce-panel")?.shadowRoot;
    if (!root) return ["no panel"];
    const channels = (color: string) => (color.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = ([red = 0, green = 0, blue = 0]: number[]) => {
      const linear = (value: number) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
      return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    };
    const backgroundOf = (element: Element | null): number[] => {
      for (let each = element; each; each = each.parentElement ?? ((each.getRootNode() as ShadowRoot).host || null)) {
        const color = channels(getComputedStyle(each).backgroundColor);
        if (color.length === 3 || (color[3] ?? 1) > 0) return color;
      }
      return [255, 255, 255];
    };
    const low: string[] = [];
    let seen = 0;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim();
      const element = node.parentElement;
      if (!text || !element || element.closest(".sr, .tip, style")) continue;
      seen += 1;
      const [light = 0, dark = 0] = [luminance(channels(getComputedStyle(element).color)), luminance(backgroundOf(element))].sort((a, b) => b - a);
      const ratio = (light + 0.05) / (dark + 0.05);
      if (ratio < 4.5) low.push(`${ratio.toFixed(2)} ${text}`);
    }
    return seen > 3 ? low : ["hardly any text was found"];
  });
}
