import type { FakeLanguage } from "./shop.ts";

export type ProductKind = "home" | "kitchen" | "fashion" | "electronics";

export interface Product {
  id: number;
  /** First part of the SKU, unique. */
  code: string;
  kind: ProductKind;
  /** In whole RON; see `shopPriceMinor`. */
  priceRon: number;
  variants: readonly VariantCode[];
  name: Readonly<Record<FakeLanguage, string>>;
}

export interface Variant {
  /** Tile color of the product's picture. */
  color: string;
  name: Readonly<Record<FakeLanguage, string>>;
}

function same(name: string, color = ""): Variant {
  return { color, name: { en: name, it: name, ro: name } };
}

/** Second part of the SKU. `STD` is for products without variants. */
export const variants = {
  STD: same(""),
  ALB: { color: "#e9e4d8", name: { en: "White", it: "Bianco", ro: "Alb" } },
  NEG: { color: "#3a3d42", name: { en: "Black", it: "Nero", ro: "Negru" } },
  GRI: { color: "#9aa3ab", name: { en: "Grey", it: "Grigio", ro: "Gri" } },
  VER: { color: "#7d9a78", name: { en: "Sage green", it: "Verde salvia", ro: "Verde salvie" } },
  ALBASTRU: { color: "#5b7fa6", name: { en: "Blue", it: "Blu", ro: "Albastru" } },
  BEJ: { color: "#d9c3a0", name: { en: "Beige", it: "Beige", ro: "Bej" } },
  TERA: { color: "#c67b5c", name: { en: "Terracotta", it: "Terracotta", ro: "Teracotă" } },
  STEJAR: { color: "#c19a6b", name: { en: "Oak", it: "Rovere", ro: "Stejar" } },
  NUC: { color: "#7b5a43", name: { en: "Walnut", it: "Noce", ro: "Nuc" } },
  XS: same("XS"),
  S: same("S"),
  M: same("M"),
  L: same("L"),
  XL: same("XL"),
  "36": same("36"),
  "38": same("38"),
  "40": same("40"),
  "42": same("42"),
  "250ML": same("250 ml"),
  "500ML": same("500 ml"),
  "750ML": same("750 ml"),
  "20CM": same("20 cm"),
  "24CM": same("24 cm"),
  "28CM": same("28 cm"),
  "140X200": same("140 × 200 cm"),
  "160X200": same("160 × 200 cm"),
  "180X200": same("180 × 200 cm"),
  "1M": same("1 m"),
  "2M": same("2 m"),
  "10000": same("10 000 mAh"),
  "20000": same("20 000 mAh"),
} satisfies Record<string, Variant>;

export type VariantCode = keyof typeof variants;

type Row = [code: string, priceRon: number, variants: VariantCode[], en: string, it: string, ro: string];

const home: Row[] = [
  ["LAMP-NOA", 189, ["ALB", "NEG", "TERA"], "Noa table lamp", "Lampada da tavolo Noa", "Veioză Noa"],
  ["LAMP-IVO", 329, ["NEG", "STEJAR"], "Ivo floor lamp", "Lampada da terra Ivo", "Lampadar Ivo"],
  ["PLED-LANA", 159, ["BEJ", "GRI", "VER"], "Lana wool throw", "Plaid in lana Lana", "Pled din lână Lana"],
  ["PERNA-INA", 69, ["BEJ", "TERA", "ALBASTRU"], "Ina cushion cover", "Federa per cuscino Ina", "Față de pernă Ina"],
  ["LENJ-SERA", 279, ["140X200", "160X200", "180X200"], "Sera linen bed set", "Completo letto in lino Sera", "Lenjerie de pat din in Sera"],
  ["PROSOP-DUO", 89, ["ALB", "GRI", "VER"], "Duo towel set", "Set di asciugamani Duo", "Set de prosoape Duo"],
  ["VAZA-ORA", 119, ["ALB", "TERA"], "Ora ceramic vase", "Vaso in ceramica Ora", "Vază din ceramică Ora"],
  ["OGL-LUNA", 249, ["NEG", "STEJAR"], "Luna round mirror", "Specchio rotondo Luna", "Oglindă rotundă Luna"],
  ["RAFT-TEO", 219, ["STEJAR", "NUC"], "Teo wall shelf", "Mensola da parete Teo", "Raft de perete Teo"],
  ["COS-RUA", 99, ["BEJ", "GRI"], "Rua laundry basket", "Cesto per la biancheria Rua", "Coș de rufe Rua"],
  ["LUM-CALM", 49, ["STD"], "Calm scented candle", "Candela profumata Calm", "Lumânare parfumată Calm"],
  ["CEAS-UNO", 139, ["ALB", "NEG"], "Uno wall clock", "Orologio da parete Uno", "Ceas de perete Uno"],
  ["COVOR-MARA", 449, ["BEJ", "GRI"], "Mara cotton rug", "Tappeto in cotone Mara", "Covor din bumbac Mara"],
  ["CUIER-PIN", 79, ["STEJAR", "NUC"], "Pin coat rack", "Appendiabiti Pin", "Cuier Pin"],
  ["GHIV-MIO", 59, ["ALB", "TERA", "GRI"], "Mio flower pot", "Vaso per piante Mio", "Ghiveci Mio"],
];

const kitchen: Row[] = [
  ["CANA-ALBA", 39, ["ALB", "VER", "ALBASTRU"], "Alba ceramic mug", "Tazza in ceramica Alba", "Cană din ceramică Alba"],
  ["CANI-SET4", 129, ["ALB", "TERA"], "Alba set of 4 mugs", "Set di 4 tazze Alba", "Set de 4 căni Alba"],
  [
    "FARF-BRUMA",
    199,
    ["ALB", "GRI"],
    "Bruma dinner set, 12 pieces",
    "Servizio di piatti Bruma, 12 pezzi",
    "Set de farfurii Bruma, 12 piese",
  ],
  ["TIG-FERO", 169, ["20CM", "24CM", "28CM"], "Fero frying pan", "Padella Fero", "Tigaie Fero"],
  ["OALA-FERO", 259, ["20CM", "24CM"], "Fero cooking pot", "Pentola Fero", "Oală Fero"],
  ["CUTIT-SET3", 189, ["STD"], "Set of 3 kitchen knives", "Set di 3 coltelli da cucina", "Set de 3 cuțite de bucătărie"],
  ["TOC-LEMN", 79, ["STEJAR", "NUC"], "Wooden chopping board", "Tagliere in legno", "Tocător din lemn"],
  ["CAF-MOKA", 119, ["STD"], "Moka pot, 6 cups", "Caffettiera moka, 6 tazze", "Cafetieră moka, 6 cești"],
  ["RASN-CAF", 149, ["NEG", "ALB"], "Manual coffee grinder", "Macinacaffè manuale", "Râșniță manuală de cafea"],
  ["PAH-VIN6", 139, ["STD"], "Set of 6 wine glasses", "Set di 6 calici da vino", "Set de 6 pahare de vin"],
  ["CARAFA-CLAR", 89, ["STD"], "Clar glass carafe", "Caraffa in vetro Clar", "Carafă din sticlă Clar"],
  ["STICLA-TERMO", 99, ["500ML", "750ML"], "Insulated bottle", "Borraccia termica", "Sticlă termos"],
  ["BOR-DEPO", 69, ["250ML", "500ML"], "Depo storage jar", "Barattolo Depo", "Borcan de depozitare Depo"],
  ["SORT-INA", 89, ["BEJ", "NEG"], "Ina kitchen apron", "Grembiule da cucina Ina", "Șorț de bucătărie Ina"],
  ["CANTAR-GRAM", 109, ["NEG", "ALB"], "Gram kitchen scale", "Bilancia da cucina Gram", "Cântar de bucătărie Gram"],
];

const fashion: Row[] = [
  ["TRIC-BASIC", 79, ["S", "M", "L", "XL"], "Basic cotton T-shirt", "T-shirt in cotone Basic", "Tricou din bumbac Basic"],
  ["CAM-OXFORD", 189, ["S", "M", "L", "XL"], "Oxford shirt", "Camicia Oxford", "Cămașă Oxford"],
  ["PUL-MERINO", 259, ["XS", "S", "M", "L"], "Merino jumper", "Maglione in lana merino", "Pulover din lână merinos"],
  ["ROCH-VERA", 229, ["36", "38", "40", "42"], "Vera midi dress", "Abito midi Vera", "Rochie midi Vera"],
  ["BLUG-SLIM", 219, ["S", "M", "L"], "Pair of slim jeans", "Jeans slim", "Blugi slim"],
  ["GEACA-NORD", 429, ["S", "M", "L", "XL"], "Nord rain jacket", "Giacca impermeabile Nord", "Geacă de ploaie Nord"],
  ["ESAR-LANA", 99, ["GRI", "TERA", "ALBASTRU"], "Lana scarf", "Sciarpa Lana", "Eșarfă Lana"],
  ["CACIULA-FIN", 69, ["NEG", "BEJ"], "Fin wool hat", "Berretto in lana Fin", "Căciulă din lână Fin"],
  ["MAN-PIELE", 149, ["S", "M", "L"], "Pair of leather gloves", "Guanti in pelle", "Mănuși din piele"],
  ["CUREA-CLASIC", 119, ["NEG", "NUC"], "Classic leather belt", "Cintura in pelle Classic", "Curea din piele Clasic"],
  ["GEANTA-TOTE", 179, ["BEJ", "NEG", "VER"], "Canvas tote bag", "Borsa shopper in tela", "Geantă tote din pânză"],
  ["RUC-URBAN", 289, ["NEG", "GRI"], "Urban backpack", "Zaino Urban", "Rucsac Urban"],
  ["PORT-SLIM", 129, ["NEG", "NUC"], "Slim wallet", "Portafoglio Slim", "Portofel Slim"],
  ["TENISI-LITO", 319, ["38", "40", "42"], "Pair of Lito trainers", "Sneakers Lito", "Teniși Lito"],
  ["SOSETE-5", 59, ["S", "M", "L"], "Pack of 5 pairs of socks", "Confezione di 5 paia di calzini", "Set de 5 perechi de șosete"],
];

const electronics: Row[] = [
  ["CABLU-USBC", 49, ["1M", "2M"], "USB-C charging cable", "Cavo di ricarica USB-C", "Cablu de încărcare USB-C"],
  ["INC-65W", 149, ["ALB", "NEG"], "65 W USB-C charger", "Caricatore USB-C da 65 W", "Încărcător USB-C de 65 W"],
  ["BAT-EXT", 169, ["10000", "20000"], "Power bank", "Power bank", "Baterie externă"],
  ["HUSA-TEL", 69, ["NEG", "VER", "ALBASTRU"], "Soft phone case", "Custodia morbida per telefono", "Husă moale pentru telefon"],
  ["FOLIE-STICLA", 39, ["STD"], "Glass screen protector", "Vetro protettivo per schermo", "Folie de protecție din sticlă"],
  ["CASTI-AERO", 299, ["ALB", "NEG"], "Aero wireless earbuds", "Auricolari senza fili Aero", "Căști fără fir Aero"],
  ["BOXA-MINI", 219, ["NEG", "ALBASTRU", "TERA"], "Mini Bluetooth speaker", "Altoparlante Bluetooth Mini", "Boxă Bluetooth Mini"],
  ["SUP-LAPTOP", 139, ["GRI", "STEJAR"], "Laptop stand", "Supporto per laptop", "Suport pentru laptop"],
  ["SUP-AUTO", 79, ["STD"], "Car phone holder", "Supporto da auto per telefono", "Suport auto pentru telefon"],
  ["MOUSE-LIN", 119, ["NEG", "ALB"], "Lin wireless mouse", "Mouse senza fili Lin", "Mouse fără fir Lin"],
  ["TAST-LIN", 249, ["NEG", "ALB"], "Lin compact keyboard", "Tastiera compatta Lin", "Tastatură compactă Lin"],
  ["HUB-USB7", 189, ["STD"], "7-in-1 USB hub", "Hub USB 7 in 1", "Hub USB 7 în 1"],
  ["LAMPA-CLIP", 99, ["ALB", "NEG"], "Clip-on reading light", "Lampada da lettura con clip", "Lampă de citit cu clemă"],
  ["PRIZA-SMART", 89, ["STD"], "Smart plug", "Presa intelligente", "Priză inteligentă"],
  ["HUSA-LAPTOP", 129, ["GRI", "NEG"], "Felt laptop sleeve", "Custodia in feltro per laptop", "Husă din fetru pentru laptop"],
];

/** The products every generated shop sells: 15 of each kind. */
export const catalogue: readonly Product[] = (
  [
    ["home", home],
    ["kitchen", kitchen],
    ["fashion", fashion],
    ["electronics", electronics],
  ] as [ProductKind, Row[]][]
).flatMap(([kind, rows], group) =>
  rows.map(([code, priceRon, codes, en, it, ro], index) => ({
    id: 101 + group * 100 + index,
    code,
    kind,
    priceRon,
    variants: codes,
    name: { en, it, ro },
  })),
);

/** The stock keeping unit of one variant: safe in a URL path. */
export function skuOf(product: Product, variant: VariantCode): string {
  return variant === "STD" ? product.code : `${product.code}-${variant}`;
}
