// npm run executable -- [--node <file>] [--out <file>]: cmrt as one file that needs no Node beside it, for the system on
// which this runs. Node's own single executable form: the program as one script and its files, put into a copy of Node.
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type BuildOptions, build, type Plugin } from "esbuild";

const ROOT = join(import.meta.dirname, "..");
const WORK = join(ROOT, "dist", "executable");
const IS_WINDOWS = process.platform === "win32";
/** Node looks for its own marks to see that something was put in. */
const FUSE = "NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2";

const { values } = parseArgs({
  options: {
    node: { type: "string", default: process.execPath },
    out: { type: "string", default: join(WORK, IS_WINDOWS ? "cmrt.exe" : "cmrt") },
  },
});

/** Files that the program reads at run time (src/lib/own-files.ts), by their name in the executable. */
const inFolder = (folder: string) =>
  readdirSync(join(ROOT, folder)).map((name) => [`${folder}/${name}`, join(ROOT, folder, name)] as const);
const libarchive = createRequire(import.meta.url).resolve("libarchive.js/dist/libarchive.wasm");
const files = Object.fromEntries([
  ["package.json", join(ROOT, "package.json")],
  ["libarchive.wasm", libarchive],
  ["parent-watch.js", join(WORK, "parent-watch.js")],
  ["fixtures/roster-2016.csv", join(ROOT, "fixtures", "roster-2016.csv")],
  ...inFolder("dist/client"),
  ...inFolder("fixtures/responses-2016"),
]);

/** Modules that are loaded by name when they are first needed become part of the script, and are still run only then. */
const requires: Plugin = {
  name: "requires",
  setup(bundler) {
    bundler.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8");
      if (!text.includes("createRequire")) return { contents: text, loader: "ts" };
      const contents = text
        .replace(/^import \{ createRequire \} from "node:module";$/m, "")
        .replace(/^const load = createRequire\(import\.meta\.url\);$/m, "")
        .replaceAll("createRequire(import.meta.url)", "require")
        .replaceAll(/\bload\(/g, "require(")
        // Of names that are put together the bundler finds those that begin with a folder.
        .replaceAll("require(`i18n-iso-countries/", "require(`../../node_modules/i18n-iso-countries/");
      return { contents, loader: "ts" };
    });
  },
};

rmSync(WORK, { recursive: true, force: true });
mkdirSync(WORK, { recursive: true });
const common: BuildOptions = {
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node24",
  plugins: [requires],
  // Its CommonJS form loads its own files through a parameter, which bundlers do not see.
  alias: { "jsonc-parser": "jsonc-parser/lib/esm/main.js" },
  // What asks for its own address gets that of the executable: everything else lies in it.
  define: { "import.meta.url": "OWN_ADDRESS", "import.meta.dirname": "OWN_FOLDER" },
  banner: {
    js: 'const OWN_ADDRESS = require("node:url").pathToFileURL(process.execPath + ".js").href, OWN_FOLDER = process.execPath + "/program";',
  },
  legalComments: "inline",
  logLevel: "warning",
};
await build({
  ...common,
  entryPoints: [join(ROOT, "release", "executable-main.ts")],
  outfile: join(WORK, "main.js"),
});
await build({
  ...common,
  entryPoints: [join(ROOT, "src", "app", "reading", "parent-watch.ts")],
  outfile: join(WORK, "parent-watch.js"),
});
const left = /\brequire\d*\("\.[^"*]*"\)/.exec(readFileSync(join(WORK, "main.js"), "utf8"));
if (left !== null) throw new Error(`The executable would lack what ${left[0]} loads.`);
writeFileSync(join(WORK, "names.txt"), Object.keys(files).sort().join("\n"));

const config = {
  main: join(WORK, "main.js"),
  output: join(WORK, "program.blob"),
  disableExperimentalSEAWarning: true,
  useSnapshot: false,
  useCodeCache: true,
  // Limits of workers are arguments of Node, which the executable takes in one of its own.
  execArgvExtension: "cli",
  assets: { ...files, "names.txt": join(WORK, "names.txt") },
};
writeFileSync(join(WORK, "config.json"), JSON.stringify(config));
const say = (command: string, ...words: string[]) => execFileSync(command, words, { stdio: "inherit" });
say(values.node, "--experimental-sea-config", join(WORK, "config.json"));

copyFileSync(values.node, values.out);
const isMac = process.platform === "darwin";
if (isMac) say("codesign", "--remove-signature", values.out);
const { inject } = await import("postject");
await inject(values.out, "NODE_SEA_BLOB", readFileSync(config.output), {
  sentinelFuse: FUSE,
  ...(isMac ? { machoSegmentName: "NODE_SEA" } : {}),
});
if (isMac) say("codesign", "--sign", "-", values.out);
say(values.out, "--version");
