import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { dataFile } from "../data-file.ts";

/** One webhook as a real WooCommerce 10.5 sent it. */
export interface WooCommerceWebhookRecording {
  /** For example `013-order-created`. */
  readonly name: string;
  readonly headers: Headers;
  /** The exact bytes that were received, over which the signature was made. */
  readonly body: Uint8Array<ArrayBuffer>;
}

/** The folder of the recordings, with `SOURCE.txt` that says where they come from. */
export function wooCommerceRecordingsDirectory(): string {
  return dataFile("woocommerce");
}

/**
 * A recorded answer, parsed.
 *
 * @param name file name without `.json`, for example `order-guest` or `errors/order-404`
 * @param directory another folder laid out the same way; default {@link wooCommerceRecordingsDirectory}
 * @throws when there is no such recording
 */
export function wooCommerceRecording(name: string, directory: string = wooCommerceRecordingsDirectory()): unknown {
  return JSON.parse(readFileSync(join(directory, `${name}.json`), "utf8"));
}

/** Every recorded webhook in the order of arrival. The secret of the shop they come from is {@link recordedWebhookSecret}. */
export function wooCommerceWebhookRecordings(directory: string = wooCommerceRecordingsDirectory()): WooCommerceWebhookRecording[] {
  const folder = join(directory, "webhooks");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".body"))
    .sort()
    .map((file) => {
      const name = file.slice(0, -".body".length);
      const lines = readFileSync(join(folder, `${name}.headers.txt`), "utf8").split(/\r?\n/);
      const headers = new Headers();
      for (const line of lines.slice(1)) {
        if (line === "" || line.startsWith("#")) break;
        const colon = line.indexOf(":");
        headers.append(line.slice(0, colon), line.slice(colon + 1).trim());
      }
      return { name, headers, body: new Uint8Array(readFileSync(join(folder, file))) };
    });
}

/** The throw-away secret that the recorded webhooks are signed with (see `SOURCE.txt` beside them). */
export const recordedWebhookSecret = "shh-secret-1";
