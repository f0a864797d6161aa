/** Which of our packages a room may import. `node`: which of its files may import `node:` modules. */
export interface Room {
  /** Matches the package's path below the root. */
  path: RegExp;
  mayImport: readonly RegExp[];
  /** In tests, besides. */
  testsMayImport?: readonly RegExp[];
  node?: RegExp;
  /** May know vendors by their names. */
  knowsVendors: boolean;
  /** No `any`, no switched-off type checks. */
  strict: boolean;
  /** Everything it imports is bundled into what it publishes, so that development dependencies are enough. */
  bundled?: boolean;
  /** Loads what its user names, such as a configuration file. */
  loadsFiles?: boolean;
}

const spec = /^@askonce\/spec$/;
const adapterKit = /^@askonce\/adapter-kit$/;
const testkit = /^@askonce\/testkit$/;
const client = /^@askonce\/client$/;
const anything = /./;
const noFile = /^$/;

/** The plan of the house: `spec` ← `adapter-kit` ← adapters; `spec` ← `core`; `spec` ← `client` ← `ui`; `testkit` ← `spec`. */
const rooms: readonly Room[] = [
  { path: /^packages\/spec$/, mayImport: [], node: noFile, knowsVendors: false, strict: true },
  { path: /^packages\/adapter-kit$/, mayImport: [spec], node: noFile, knowsVendors: false, strict: false },
  {
    path: /^packages\/core$/,
    mayImport: [spec],
    testsMayImport: [testkit, /^@askonce\/(sqlite|postgres)$/],
    node: /^src\/node(?:\.ts$|\/)/,
    knowsVendors: false,
    strict: true,
  },
  { path: /^packages\/client$/, mayImport: [spec], node: noFile, knowsVendors: false, strict: true },
  { path: /^packages\/testkit$/, mayImport: [spec], knowsVendors: true, strict: false },
  {
    // The core owns the SQL, so a storage is tested with it.
    path: /^packages\/storage\/[^/]+$/,
    mayImport: [spec, adapterKit],
    testsMayImport: [testkit, /^@askonce\/core$/],
    knowsVendors: true,
    strict: false,
  },
  {
    path: /^packages\/(storefronts|carriers|channels)\/[^/]+$/,
    mayImport: [spec, adapterKit],
    testsMayImport: [testkit],
    knowsVendors: true,
    strict: false,
  },
  {
    path: /^packages\/ui\/desk$/,
    mayImport: [spec, client, /^@askonce\/panel$/],
    testsMayImport: [testkit],
    knowsVendors: true,
    strict: false,
    bundled: true,
  },
  // What somebody may add to an instance, of no vendor's: the core and the command know it by the types of the spec.
  { path: /^packages\/plugins\/[^/]+$/, mayImport: [spec, adapterKit], testsMayImport: [testkit], knowsVendors: false, strict: false },
  { path: /^packages\/ui\/[^/]+$/, mayImport: [spec, client], testsMayImport: [testkit], knowsVendors: true, strict: false },
  { path: /^packages\/cli$/, mayImport: [anything], knowsVendors: true, strict: false, loadsFiles: true },
];

/** The first room that fits; `undefined` for a package that nobody has placed yet. */
export function roomOf(packagePath: string): Room | undefined {
  return rooms.find((room) => room.path.test(packagePath));
}

/** Vendors by the words of their names, as {@link splitWords} gives them. */
export const vendorWords: ReadonlySet<string> = new Set([
  "shopify",
  "woocommerce",
  "woo",
  "wordpress",
  "prestashop",
  "magento",
  "sameday",
  "fancourier",
  "gls",
  "brt",
  "aftership",
  "easypost",
  "17track",
  "trackship",
  "zendesk",
  "gorgias",
  "chatwoot",
  "libredesk",
  "intercom",
  "freshdesk",
  "whatsapp",
  "telegram",
  "twilio",
  "mailgun",
  "sendgrid",
]);
