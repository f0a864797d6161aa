/** A process that is killed, as by the kernel, in the middle of the first job it gets. Arguments: the kind of jobs, the file or URL. */
import { createWake } from "../../events/wake.ts";
import { createJobs } from "../jobs.ts";
import { jobStore } from "./job-store.ts";
import { type JobKind, openStorage } from "./open-storage.ts";

const [kind, location = ""] = process.argv.slice(2);
const { store, jobs: port, platform } = await jobStore(openStorage(kind as JobKind, location));
const jobs = createJobs({ port, store, platform, wake: createWake() });
jobs.handle("parcel.track", async (_job, { complete }) => {
  await store.write(async (database) => {
    await database.insertInto("shop_counters").values({ shop_id: "shop", name: "half done", value: 1 }).execute();
    await complete({ database });
    process.kill(process.pid, "SIGKILL");
    await new Promise(() => {});
  });
});
await jobs.loop(new AbortController().signal);
