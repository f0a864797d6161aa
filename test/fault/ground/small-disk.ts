import { execFile } from "node:child_process";
import { chmodSync, mkdirSync } from "node:fs";
import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A file system of its own, of a few megabytes, that can be filled to the last byte and freed again. */
export interface SmallDisk {
  readonly path: string;
  fill(): Promise<void>;
  free(): Promise<void>;
  remove(): Promise<void>;
}

/** Why there cannot be one here; `null` when there can. */
export async function smallDiskUnavailable(): Promise<string | null> {
  if (process.platform !== "linux") return "small disks are tmpfs mounts, which Linux has";
  if (process.getuid?.() !== 0) return "mounting a tmpfs needs root";
  return null;
}

/** @throws Error when the mount is refused, as in a container without the right to */
export async function mountSmallDisk(folder: string, megabytes: number): Promise<SmallDisk> {
  const path = join(folder, "disk");
  mkdirSync(path);
  await run("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m,mode=0777`, "tmpfs", path]);
  chmodSync(path, 0o777);
  const ballast = join(path, "ballast");
  return {
    path,
    async fill() {
      const file = await open(ballast, "a");
      try {
        // Down to the last page: what is left is taken in ever smaller pieces.
        for (let size = 1024 * 1024; size >= 1024; ) {
          const { bytesWritten } = await file.write(Buffer.alloc(size)).catch(() => ({ bytesWritten: 0 }));
          if (bytesWritten < size) size /= 4;
        }
      } finally {
        await file.close();
      }
    },
    free: () => rm(ballast, { force: true }),
    async remove() {
      await run("umount", ["-l", path]);
    },
  };
}
