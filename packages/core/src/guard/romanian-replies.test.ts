import { describeReplies } from "./__fixtures__/describe-replies.ts";
import { romanianReplies1 } from "./__fixtures__/ro-replies-1.ts";
import { romanianReplies2 } from "./__fixtures__/ro-replies-2.ts";
import { romanianReplies3 } from "./__fixtures__/ro-replies-3.ts";
import { romanianReplies4 } from "./__fixtures__/ro-replies-4.ts";
import { romanianReplies5 } from "./__fixtures__/ro-replies-5.ts";
import { romanianReplies6 } from "./__fixtures__/ro-replies-6.ts";
import { romanianReplies7 } from "./__fixtures__/ro-replies-7.ts";
import { romanianReplies8 } from "./__fixtures__/ro-replies-8.ts";
import { romanianReplies9 } from "./__fixtures__/ro-replies-9.ts";
import { romanianReplies10 } from "./__fixtures__/ro-replies-10.ts";

const batches = {
  1: romanianReplies1,
  2: romanianReplies2,
  3: romanianReplies3,
  4: romanianReplies4,
  5: romanianReplies5,
  6: romanianReplies6,
  7: romanianReplies7,
  8: romanianReplies8,
  9: romanianReplies9,
  10: romanianReplies10,
};

describeReplies(batches, { name: "Romanian", language: "ro", countryCode: "RO", fewestFound: 0.85 });
