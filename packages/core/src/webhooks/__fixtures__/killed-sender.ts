/**
 * A process that is killed, as by the kernel, after a receiver has answered and before that is written down. Arguments: the kind of storage,
 * the file or URL.
 */
import { createAskonce } from "../../create-askonce.ts";
import { type JobKind, openStorage } from "../../jobs/__fixtures__/open-storage.ts";
import { createPublicFetch } from "../../node/public-fetch.ts";
import { encryptionKeys } from "./webhook-instance-options.ts";

const [kind, location = ""] = process.argv.slice(2);
const send = createPublicFetch({ allowPrivateNetworks: true });
const askonce = createAskonce({
  storage: openStorage(kind as JobKind, location),
  webhooks: {
    encryptionKeys,
    allowPrivateNetworks: true,
    transport: async (request) => {
      await send(request);
      process.kill(process.pid, "SIGKILL");
      return new Promise(() => {});
    },
  },
});
await askonce.start();
