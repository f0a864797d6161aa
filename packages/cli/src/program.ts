import { Command, Option } from "commander";
import type { CommandTools } from "./command.ts";
import { portNumber, wholeNumber } from "./options.ts";
import { version } from "./version.ts";

/**
 * The command line's grammar. Each command is loaded when it is called: `askonce --version` loads nothing else, and `askonce dev` no
 * vendor's client that is not configured.
 */
export function createProgram(tools: CommandTools): Command {
  const { terminal } = tools;
  const program = new Command("askonce")
    .description("Customer service of online shops, without asking twice")
    .version(version)
    .option("--language <language>", "language of the output: en, it or ro (default: the environment's)")
    .exitOverride()
    // A mistyped option is quoted with its value, which may be a key.
    .configureOutput({
      writeOut: (text) => terminal.print(text.trimEnd()),
      writeErr: (text) => terminal.error(text.trimEnd()),
      outputError: (text, write) => write(text.replace(/(--?[\w-]+)=[^\s']*/g, "$1=…")),
    })
    .showHelpAfterError("(askonce --help lists the commands)");
  const command = (name: string, description: string) => program.command(name).description(description).allowExcessArguments(false);
  const direct = (one: Command) =>
    one
      .option("--woocommerce <url>", "look at this WooCommerce shop, without a configuration")
      .option("--key <key>", "its consumer key (or ASKONCE_WOOCOMMERCE_KEY)")
      .option("--secret <secret>", "its consumer secret (or ASKONCE_WOOCOMMERCE_SECRET)")
      .option("--shopify <shop>", "look at this Shopify shop, without a configuration")
      .option("--token <token>", "its Admin API access token (or ASKONCE_SHOPIFY_TOKEN)")
      .option("--country <code>", "the shop's country, to complete phone numbers");
  const configured = (one: Command) =>
    one.option("--config <file>", "configuration (default: askonce.config.ts here)").option("--data <folder>", "folder of the database");
  const port = (fallback: number) =>
    new Option("--port <number>", "port to listen on; 0 takes any free one").argParser(portNumber).default(fallback);

  command("init", "sets up askonce for a shop: writes askonce.config.ts and .env")
    .option("--yes", "ask nothing: take the defaults and what the options say")
    .option("--dir <folder>", "where to write", ".")
    .option("--force", "replace an askonce.config.ts that is there")
    .addOption(new Option("--storefront <name>", "what the shop runs on").choices(["woocommerce", "shopify", "none"]))
    .option("--url <url>", "the shop's address, or its myshopify.com domain")
    .option("--name <name>", "the shop's name")
    .option("--shop-language <code>", "the language of most customers")
    .option("--country <code>", "the shop's country, two letters")
    .option("--time-zone <zone>", "the shop's time zone")
    .action(async (options) => (await import("./init/init.ts")).init(options, tools));

  configured(command("dev", "starts the desk and the API"))
    .addOption(port(4400))
    .option("--host <address>", "address to listen on", "127.0.0.1")
    .action(async (options) => (await import("./commands/dev.ts")).dev(options, tools));

  configured(command("token", "makes a new agent token"))
    .option("--name <name>", "whose token (default: the first owner's)")
    .option("--role <role>", "agent, lead or owner: makes the agent when there is none of that name")
    .action(async (options) => (await import("./commands/token.ts")).token(options, tools));

  configured(command("migrate", "brings the database's schema up to date")).action(async (options) =>
    (await import("./commands/migrate.ts")).migrate(options, tools),
  );

  configured(direct(command("backfill", "reads the order history; goes on where it stopped")))
    .argument("[storefront]", "only this one")
    .option("--restart", "read everything again")
    .option("--json", "one JSON document as the answer")
    .action(async (storefront, options) => (await import("./commands/backfill.ts")).backfill(storefront, options, tools));

  configured(command("replay", "reads kept webhooks again and applies them, by version"))
    .argument("[storefront]", "only this one")
    .option("--from <instant>", "received since then: 2026-11-01T08:00:00Z, or 24h back", "24h")
    .option("--to <instant>", "and before this (default: now)")
    .option("--json", "one JSON document as the answer")
    .action(async (storefront, options) => (await import("./commands/replay.ts")).replay(storefront, options, tools));

  configured(direct(command("lookup", "finds orders, with parcels, gaps and where it is known from")))
    .option("--number <number>", "order number, as the customer writes it")
    .option("--email <email>", "e-mail of the order")
    .option("--phone <phone>", "phone of the order")
    .option("--tracking <number>", "tracking number (only in what is stored)")
    .option("--json", "one JSON document as the answer")
    .action(async (options) => (await import("./lookup/lookup.ts")).lookup(options, tools));

  configured(direct(command("doctor", "checks the set-up and says what to do")))
    .option("--json", "one JSON document as the answer")
    .action(async (options) => (await import("./doctor/doctor.ts")).doctor(options, tools));

  command("fake", "serves a fake shop or courier on this machine, to try things out")
    .argument("<adapter>", "woocommerce or shopify; sameday, fancourier, gls, brt, aftership, easypost or seventeentrack")
    .addOption(port(0))
    .option("--data <folder>", "keeps the shop in this folder; or a folder of WooCommerce recordings")
    .addOption(new Option("--orders <count>", "how many orders to invent").argParser(wholeNumber("--orders", 0, 20_000)).default(300))
    .addOption(new Option("--seed <number>", "another seed, another shop").argParser(wholeNumber("--seed", 0, 2 ** 31 - 1)).default(1))
    .addOption(
      new Option("--speed <minutes>", "of a courier: simulated minutes in a second (default: as time passes)").argParser(
        wholeNumber("--speed", 1, 1440),
      ),
    )
    .action(async (adapter, options) => (await import("./fake/fake.ts")).fake(adapter, options, tools));

  command("demo", "starts two fake shops, a courier, ninety tickets and the desk")
    .addOption(port(4400))
    .option("--data <folder>", "keeps everything in this folder", ".demo")
    .addOption(
      new Option("--tick-ms <number>", "how often a parcel moves")
        .argParser(wholeNumber("--tick-ms", 10, 3_600_000))
        .default(10_000)
        .hideHelp(),
    )
    .action(async (options) => (await import("./demo/demo.ts")).demo(options, tools));

  return program;
}
