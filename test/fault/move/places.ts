import { postgres } from "@askonce/postgres";
import type { StorageV1 } from "@askonce/spec/storage";
import { sqlite } from "@askonce/sqlite";

/** Where the directory and the databases are: files, or addresses of PostgreSQL. */
export interface Places {
  directory: string;
  databases: Record<string, string>;
}

export function openPlaces({ directory, databases }: Places): { directory: StorageV1; databases: Record<string, StorageV1> } {
  return {
    directory: open(directory),
    databases: Object.fromEntries(Object.entries(databases).map(([id, place]) => [id, open(place)])),
  };
}

function open(place: string): StorageV1 {
  return place.startsWith("postgres://") ? postgres({ url: place, connections: 4 }) : sqlite(place);
}
