/** `FAN Courier` is `fan-courier`, `Poșta Română` is `posta-romana`: the form in which WordPress plugins name a courier. */
export function slug(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
