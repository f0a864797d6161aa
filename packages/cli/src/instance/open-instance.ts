import { mkdirSync } from "node:fs";
import { dirname, isAbsolute, join, resolve } from "node:path";
import type { Askonce } from "@askonce/core";
import type { CarrierAdapterV1, FilesV1, Logger, StorefrontAdapterV1 } from "@askonce/spec";
import { makeCarrier } from "../carrier/make-carrier.ts";
import type { AskonceConfig, StorefrontConfig } from "../config/config.ts";
import { identitySecrets, isOwnFiles, packetKeys } from "../config/config-secrets.ts";
import { type LoadedConfig, loadConfig } from "../config/load-config.ts";
import { CommandError } from "../output/command-error.ts";
import { exitCodes } from "../output/exit-codes.ts";
import type { Terminal } from "../output/terminal.ts";
import { makeStorefront } from "../storefront/make-storefront.ts";

export interface Instance {
  askonce: Askonce;
  storefronts: readonly StorefrontAdapterV1[];
  carriers: readonly CarrierAdapterV1[];
  config: AskonceConfig;
  configFile: string | null;
  /** The SQLite file; `null` for a storage of one's own. */
  databaseFile: string | null;
}

export interface InstanceOptions {
  /** The configuration's file. Default: the one in the working directory, if there is one. */
  config?: string | undefined;
  /** A folder for the database, instead of the configuration's. */
  data?: string | undefined;
  logger?: Logger;
  /** This storefront and no configuration. Its database is its own, so that orders of two shops never mix. */
  direct?: { storefront: StorefrontConfig; databaseName: string; countryCode?: string | undefined };
  /** Skips storefronts and couriers, for commands that only need the storage. */
  withoutStorefronts?: boolean;
}

/** Makes an instance from the configuration. Nothing is opened yet; `askonce.stop()` has to be called. */
export async function openInstance(options: InstanceOptions, terminal: Terminal): Promise<Instance> {
  return fromConfig(options.direct ? directConfig(options.direct) : await loadConfig(options.config, terminal), options, terminal);
}

function directConfig({ storefront, databaseName, countryCode }: NonNullable<InstanceOptions["direct"]>): LoadedConfig {
  return {
    config: {
      storefronts: [storefront],
      storage: join(".askonce", databaseName, "askonce.db"),
      ...(countryCode === undefined ? {} : { shop: { countryCode } }),
    },
    file: null,
    folder: process.cwd(),
  };
}

async function fromConfig({ config, file, folder }: LoadedConfig, options: InstanceOptions, terminal: Terminal): Promise<Instance> {
  const secrets = identitySecrets(config);
  const keys = packetKeys(config);
  for (const secret of [...secrets, ...keys.map((key) => key.secret)]) terminal.hide(secret);
  const [{ createAskonce }, { storage, databaseFile }, files, storefronts, carriers] = await Promise.all([
    import("@askonce/core"),
    openStorage(config, folder, options.data, terminal),
    openFiles(config, folder, terminal),
    options.withoutStorefronts
      ? []
      : Promise.all((config.storefronts ?? []).map((one) => makeStorefront(one, config.shop?.countryCode, terminal))),
    options.withoutStorefronts ? [] : Promise.all((config.carriers ?? []).map((one) => makeCarrier(one, terminal))),
  ]);
  const askonce = createAskonce({
    storage,
    storefronts,
    carriers,
    ...pick(config, "delivery"),
    ...pick(config, "shop"),
    ...(files === null ? {} : { files }),
    ...pick(config, "guard"),
    ...pick(config, "outreach"),
    ...pick(config, "claimDocument"),
    // A way to send codes without a secret is refused by the core, which says why.
    ...(secrets.length === 0 && !config.identity?.sendCode ? {} : { identity: { ...config.identity, secrets } }),
    ...(keys.length === 0 ? {} : { packets: { keys } }),
    ...pick(config, "reconcileEveryMs"),
    ...(options.logger === undefined ? {} : { logger: options.logger }),
  });
  return { askonce, storefronts, carriers, config, configFile: file, databaseFile };
}

/** One option as it is in the configuration, and nothing where it is left out. */
function pick<Key extends keyof AskonceConfig>(config: AskonceConfig, key: Key): { [Name in Key]?: NonNullable<AskonceConfig[Key]> } {
  const value = config[key];
  return value === undefined ? {} : ({ [key]: value } as { [Name in Key]?: NonNullable<AskonceConfig[Key]> });
}

async function openFiles({ files }: AskonceConfig, folder: string, terminal: Terminal): Promise<FilesV1 | null> {
  if (files === undefined) return null;
  if (isOwnFiles(files)) return files;
  const { secret, directory = join(".askonce", "files"), baseUrl = "/api/v1/files" } = files;
  if (!secret) return null;
  terminal.hide(secret);
  const { localFiles } = await import("@askonce/core/node");
  return localFiles({ directory: resolve(folder, directory), secret, baseUrl });
}

async function openStorage(config: AskonceConfig, folder: string, data: string | undefined, terminal: Terminal) {
  if (data === undefined && config.storage !== undefined && typeof config.storage !== "string")
    return { storage: config.storage, databaseFile: null };
  if (data === undefined && typeof config.storage === "string" && /^postgres(ql)?:\/\//.test(config.storage)) {
    terminal.hide(config.storage);
    const { postgres } = await import("@askonce/postgres").catch(() => {
      throw new CommandError("postgresMissing", {}, exitCodes.usage);
    });
    return { storage: postgres(config.storage), databaseFile: null };
  }
  const configured = typeof config.storage === "string" ? config.storage : join(".askonce", "askonce.db");
  const databaseFile =
    data === undefined ? (isAbsolute(configured) ? configured : join(folder, configured)) : join(resolve(data), "askonce.db");
  // What customers write is nobody else's business on a shared machine.
  mkdirSync(dirname(databaseFile), { recursive: true, mode: 0o700 });
  const { sqlite } = await import("@askonce/sqlite");
  return { storage: sqlite(databaseFile), databaseFile };
}
