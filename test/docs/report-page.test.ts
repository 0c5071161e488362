// The table of warning signs in docs/report.md; `npm run docs` updates it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { SIGN_KINDS } from "../../src/domain/warning-signs.ts";

const PAGE = join(import.meta.dirname, "..", "..", "docs", "report.md");

test("docs/report.md lists the warning signs as they are (else: npm run docs)", async () => {
  const page = readFileSync(PAGE, "utf8");
  const lines = SIGN_KINDS.map(
    ({ title, rules }) => `| ${title} | ${rules.map((id) => `[${id}](rules.md#${id})`).join(", ")} |`,
  );
  const table = ["| warning sign | rules |", "|---|---|", ...lines].join("\n");
  const wanted = page.replace(
    /<!-- signs:start -->\n[\s\S]*<!-- signs:end -->/,
    () => `<!-- signs:start -->\n${table}\n<!-- signs:end -->`,
  );
  await expect(wanted).toMatchFileSnapshot("../../docs/report.md");
});
