/**
 * A lane's queue. pg-boss takes letters, digits and `_ - . /` for the name of a queue; everything else of the lane's name is written as its
 * bytes, `/E2/82/AC`. Names up to about 60 bytes stay readable in its tables.
 */
export function queueOf(lane: string): string {
  const escaped = encodeURIComponent(lane).replace(/[!~*'()]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return escaped.replaceAll("%", "/");
}

/** Where the jobs of a lane go after their last try. Bytes are written in capitals, so no lane has this for a name. */
export function deadQueueOf(lane: string): string {
  return `${queueOf(lane)}/dead`;
}

export function laneOf(queue: string): string {
  return decodeURIComponent(queue.replaceAll("/", "%"));
}
