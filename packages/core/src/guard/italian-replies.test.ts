import { describeReplies } from "./__fixtures__/describe-replies.ts";
import { italianReplies1 } from "./__fixtures__/it-replies-1.ts";
import { italianReplies2 } from "./__fixtures__/it-replies-2.ts";
import { italianReplies3 } from "./__fixtures__/it-replies-3.ts";
import { italianReplies4 } from "./__fixtures__/it-replies-4.ts";
import { italianReplies5 } from "./__fixtures__/it-replies-5.ts";
import { italianReplies6 } from "./__fixtures__/it-replies-6.ts";
import { italianReplies7 } from "./__fixtures__/it-replies-7.ts";
import type { ItalianReply } from "./__fixtures__/it-reply.ts";

const batches: Readonly<Record<number, readonly ItalianReply[]>> = {
  1: italianReplies1,
  2: italianReplies2,
  3: italianReplies3,
  4: italianReplies4,
  5: italianReplies5,
  6: italianReplies6,
  7: italianReplies7,
};

describeReplies(batches, { name: "Italian", language: "it", countryCode: "IT", fewestFound: 0.88 });
