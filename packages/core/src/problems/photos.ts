import { AskonceError, type FilesV1, type Photo, type PhotoSubject, type SourceRef } from "@askonce/spec";
import { type Caller, requireRole } from "../caller.ts";
import { stripMetadata } from "../photos/strip-metadata.ts";
import { toInstant } from "../platform/instants.ts";
import type { Platform } from "../platform/platform.ts";
import { hashBytes, hashSecret } from "../platform/secrets.ts";
import type { Store } from "../storage/store.ts";

/** Photos of problems: asked for once, kept with the order and its parcel. */
export interface Photos {
  /**
   * Stores a photo under the token that came with the report's receipt. What is not an image is refused; everything in it but its pixels is
   * left out. The same photo again is one.
   *
   * @param token of the receipt; works for a day
   * @throws AskonceError `UPLOAD_NOT_FOUND`, `PHOTO_REFUSED`, `PHOTO_LIMIT`
   */
  add(token: string, shows: PhotoSubject, bytes: Uint8Array): Promise<Photo>;
  /** The photos of an order with links that work for an hour. */
  list(orderRef: SourceRef, caller: Caller): Promise<Photo[]>;
}

const linkForMs = 3_600_000;
const mostPhotos = 12;

export function createPhotos(store: Store, platform: Platform, files: FilesV1 | null): Photos {
  const { shopId } = store;
  const requireFiles = (): FilesV1 => {
    if (files === null) throw new AskonceError("CONFIGURATION_INVALID", { message: "Photos need the option `files`" });
    return files;
  };
  const withLink = async (row: {
    id: string;
    shows: PhotoSubject;
    parcel_id: string | null;
    created_at: number;
    width: number;
    height: number;
    file_key: string;
  }): Promise<Photo> => ({
    id: row.id,
    shows: row.shows,
    parcelId: row.parcel_id,
    width: row.width,
    height: row.height,
    addedAt: toInstant(row.created_at),
    url: await requireFiles().link(row.file_key, platform.clock.now() + linkForMs),
  });

  return {
    async add(token, shows, bytes) {
      const place = requireFiles();
      const database = await store.ready();
      const report = await database
        .selectFrom("problem_reports")
        .selectAll()
        .where("shop_id", "=", shopId)
        .where("upload_hash", "=", await hashSecret(token))
        .executeTakeFirst();
      if (!report || report.upload_until === null || platform.clock.now() > report.upload_until) throw new AskonceError("UPLOAD_NOT_FOUND");
      const stripped = stripMetadata(bytes);
      if (!stripped.ok) throw new AskonceError("PHOTO_REFUSED", { details: { reason: stripped.reason } });
      const sha256 = await hashBytes(stripped.bytes);
      const known = await database
        .selectFrom("photos")
        .selectAll()
        .where("shop_id", "=", shopId)
        .where("order_ref", "=", report.order_ref)
        .execute();
      const same = known.find((row) => row.sha256 === sha256);
      if (same) return withLink(same);
      if (known.length >= mostPhotos) throw new AskonceError("PHOTO_LIMIT", { details: { most: mostPhotos } });
      // The bytes first: a row never leads nowhere. What a crash leaves behind is a file that nothing leads to.
      const { key } = await place.put({
        bytes: stripped.bytes,
        contentType: stripped.type,
        fileName: `${shows}.${stripped.type.slice(6)}`,
      });
      const row = {
        shop_id: shopId,
        id: platform.createId("pho"),
        order_ref: report.order_ref,
        parcel_id: report.parcel_id,
        report_id: report.id,
        shows,
        file_key: key,
        content_type: stripped.type,
        byte_count: stripped.bytes.byteLength,
        width: stripped.width,
        height: stripped.height,
        sha256,
        by: report.by,
        created_at: platform.clock.now(),
      };
      await store.transact({ kind: "system" }, async (unit) => {
        await unit.database.insertInto("photos").values(row).execute();
        const { id: photoId, order_ref: orderRef, parcel_id: parcelId } = row;
        unit.emit("photo.added", { kind: "order", id: orderRef }, { photoId, orderRef, parcelId });
      });
      return withLink(row);
    },

    async list(orderRef, caller) {
      requireRole(caller, "agent");
      if (files === null) return [];
      const database = await store.ready();
      const rows = await database
        .selectFrom("photos")
        .selectAll()
        .where("shop_id", "=", shopId)
        .where("order_ref", "=", orderRef)
        .orderBy("created_at")
        .orderBy("id")
        .execute();
      return Promise.all(rows.map(withLink));
    },
  };
}
