#!/usr/bin/env node
import { enableCompileCache } from "node:module";

// Compiled code is kept between starts: the second `askonce dev` answers in about half the time.
enableCompileCache();

const { run } = await import("./run.ts");
process.exitCode = await run(process.argv.slice(2));
