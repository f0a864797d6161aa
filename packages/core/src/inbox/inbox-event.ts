import type { StorefrontEvent, TrackedParcel } from "@askonce/spec";

/** What waits in the inbox: a storefront's event, or a part of what a courier knows of a parcel. */
export type InboxEvent = StorefrontEvent | { type: "parcel.tracked"; key: string; parcel: TrackedParcel };
