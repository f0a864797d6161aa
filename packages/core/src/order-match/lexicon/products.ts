/**
 * Words for one kind of thing, so that "the cup" finds the mug and "scarpe" the sneakers. Separated by blanks; a name of two words is written
 * together, without its small words ("macchina da caffè" is `macchinacaffe`). Kinds that begin with `color:` are told apart, and say less.
 */
export type ProductWords = Readonly<Record<string, string>>;
