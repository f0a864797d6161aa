/** The library and the model disagree. */
export class Mismatch extends Error {
  override readonly name = "Mismatch";
}
