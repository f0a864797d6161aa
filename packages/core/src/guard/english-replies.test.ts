import { describeReplies } from "./__fixtures__/describe-replies.ts";
import { englishReplies1A } from "./__fixtures__/en-replies-1a.ts";
import { englishReplies1B } from "./__fixtures__/en-replies-1b.ts";
import { englishReplies2A } from "./__fixtures__/en-replies-2a.ts";
import { englishReplies2B } from "./__fixtures__/en-replies-2b.ts";
import { englishReplies3A } from "./__fixtures__/en-replies-3a.ts";
import { englishReplies3B } from "./__fixtures__/en-replies-3b.ts";
import { englishReplies4A } from "./__fixtures__/en-replies-4a.ts";
import { englishReplies4B } from "./__fixtures__/en-replies-4b.ts";
import { englishReplies5A } from "./__fixtures__/en-replies-5a.ts";
import { englishReplies5B } from "./__fixtures__/en-replies-5b.ts";
import { englishReplies6A } from "./__fixtures__/en-replies-6a.ts";
import { englishReplies6B } from "./__fixtures__/en-replies-6b.ts";
import { englishReplies7A } from "./__fixtures__/en-replies-7a.ts";
import { englishReplies7B } from "./__fixtures__/en-replies-7b.ts";
import { englishReplies8A } from "./__fixtures__/en-replies-8a.ts";
import { englishReplies8B } from "./__fixtures__/en-replies-8b.ts";
import { englishReplies9A } from "./__fixtures__/en-replies-9a.ts";
import { englishReplies9B } from "./__fixtures__/en-replies-9b.ts";
import type { EnglishReply } from "./__fixtures__/en-reply.ts";

const batches: Readonly<Record<number, readonly EnglishReply[]>> = {
  1: [...englishReplies1A, ...englishReplies1B],
  2: [...englishReplies2A, ...englishReplies2B],
  3: [...englishReplies3A, ...englishReplies3B],
  4: [...englishReplies4A, ...englishReplies4B],
  5: [...englishReplies5A, ...englishReplies5B],
  6: [...englishReplies6A, ...englishReplies6B],
  7: [...englishReplies7A, ...englishReplies7B],
  8: [...englishReplies8A, ...englishReplies8B],
  9: [...englishReplies9A, ...englishReplies9B],
};

describeReplies(batches, { name: "English", language: "en", countryCode: "GB", fewestFound: 0.88 });
