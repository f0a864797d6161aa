/**
 * Why a file is not taken as a photo. Stable codes, to be stored, counted and put into words (`imageRefusalAdvice`).
 *
 * - `empty`, `too_many_bytes`, `too_many_pixels`, `no_pixels` (a width or height of 0): its size
 * - `truncated`: it ends before the picture does; an upload that was cut off
 * - `malformed`: it breaks the rules of its own format; `unsupported_coding`: it keeps them, but no browser shows it (arithmetic or lossless JPEG)
 * - `animated`: more than one picture; the limit of pixels would hold for the first one only
 * - `polyglot`: a picture that is a page, a script, an archive or a PDF as well
 * - `heic`, `avif`, `gif`, `svg`, `pdf`, `html`, `zip`, `video`, `unknown_type`: what it is instead, told by its content
 */
export type ImageRefusal =
  | "empty"
  | "too_many_bytes"
  | "too_many_pixels"
  | "no_pixels"
  | "truncated"
  | "malformed"
  | "unsupported_coding"
  | "animated"
  | "polyglot"
  | "heic"
  | "avif"
  | "gif"
  | "svg"
  | "pdf"
  | "html"
  | "zip"
  | "video"
  | "unknown_type";
