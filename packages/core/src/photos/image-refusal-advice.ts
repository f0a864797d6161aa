import type { SupportedLanguage } from "@askonce/spec";
import type { ImageRefusal } from "./image-refusal.ts";

type Advice = "convert" | "smaller" | "again" | "still" | "photo";

const adviceFor: Readonly<Record<ImageRefusal, Advice>> = {
  empty: "again",
  truncated: "again",
  malformed: "again",
  too_many_bytes: "smaller",
  too_many_pixels: "smaller",
  no_pixels: "photo",
  unsupported_coding: "convert",
  heic: "convert",
  avif: "convert",
  animated: "still",
  gif: "still",
  video: "still",
  polyglot: "photo",
  svg: "photo",
  pdf: "photo",
  html: "photo",
  zip: "photo",
  unknown_type: "photo",
};

const sentences: Readonly<Record<Advice, Readonly<Record<SupportedLanguage, string>>>> = {
  convert: {
    en: "This picture format cannot be opened everywhere. Set your camera to “Most compatible” (JPEG), or take a screenshot of the photo and send that.",
    it: "Questo formato di immagine non si apre ovunque. Imposta la fotocamera su “Più compatibile” (JPEG), oppure fai uno screenshot della foto e invia quello.",
    ro: "Acest format de imagine nu se deschide peste tot. Setează camera pe „Cel mai compatibil” (JPEG) sau fă o captură de ecran a fotografiei și trimite captura.",
  },
  smaller: {
    en: "This photo is too large. Send it in a smaller size, or take a screenshot of it and send that.",
    it: "Questa foto è troppo grande. Inviala in una dimensione più piccola, oppure fai uno screenshot e invia quello.",
    ro: "Fotografia este prea mare. Trimite-o la o dimensiune mai mică sau fă o captură de ecran și trimite captura.",
  },
  again: {
    en: "The photo did not arrive in one piece. Please send it again.",
    it: "La foto non è arrivata intera. Inviala di nuovo, per favore.",
    ro: "Fotografia nu a ajuns întreagă. Te rugăm să o trimiți din nou.",
  },
  still: {
    en: "Videos and moving pictures cannot be added here. Please send photos (JPEG, PNG or WebP).",
    it: "Qui non si possono aggiungere video o immagini animate. Invia delle foto (JPEG, PNG o WebP), per favore.",
    ro: "Aici nu se pot adăuga videoclipuri sau imagini animate. Te rugăm să trimiți fotografii (JPEG, PNG sau WebP).",
  },
  photo: {
    en: "This file is not a photo. Please send a JPEG, PNG or WebP picture.",
    it: "Questo file non è una foto. Invia un’immagine JPEG, PNG o WebP, per favore.",
    ro: "Acest fișier nu este o fotografie. Te rugăm să trimiți o imagine JPEG, PNG sau WebP.",
  },
};

/** What a customer can do about a photo that was not taken, in one or two sentences. */
export function imageRefusalAdvice(reason: ImageRefusal, language: SupportedLanguage): string {
  return sentences[adviceFor[reason]][language];
}
