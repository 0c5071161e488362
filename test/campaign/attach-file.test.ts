import { expect, test } from "vitest";
import { attachFile, patternOf } from "../../src/campaign/attach-file.ts";
import { indexRoster } from "../../src/campaign/identify.ts";
import { parseRoster } from "../../src/campaign/parse-roster.ts";

const source = (path: string, container: string | null = null) => ({ path, container });

test.each([
  [
    "a new column",
    "id,name\nV-1,Bolt\nV-2,Acme\n",
    "id,name,folder or file pattern\nV-1,Bolt\nV-2,Acme,in/a.xlsx\n",
  ],
  [
    "beside unnamed cells, which stay unnamed",
    "id,name\nV-1,Bolt,note\nV-2,Acme\n",
    "id,name,,folder or file pattern\nV-1,Bolt,note\nV-2,Acme,,in/a.xlsx\n",
  ],
  ["among patterns", "id,name,files\nV-2,Acme,acme/*\n", 'id,name,files\nV-2,Acme,"acme/*; in/a.xlsx"\n'],
  [
    "below a title, with semicolons",
    "Our suppliers\nid;name;files\nV-2;Acme;\n",
    "Our suppliers\nid;name;files\nV-2;Acme;in/a.xlsx\n",
  ],
])("%s", (_, before, after) => {
  expect(attachFile(before, "V-2", source("in/a.xlsx"))).toBe(after);
});

test("whatever a path holds, its pattern fits it and a spreadsheet runs nothing", () => {
  const roster = "id,name\nV-1,Bolt\nV-2,Acme\n";
  for (const [path, container] of [
    ["=1+1;x|y.xlsx", null],
    ['in/ a,b "c".xlsx', null],
    ["-x.xlsx", "mails/@m.eml » all.zip"],
    ["in/*?[].xlsx", null],
    ["in/end .xlsx", null],
    ["in/日本 回答.xlsx", null],
  ] as const) {
    const text = attachFile(roster, "V-2", source(path, container)) ?? "";
    const found = indexRoster(parseRoster(text)).identifyFile(source(path, container));
    expect([path, found.kind === "known" && found.supplier.key]).toEqual([path, "V-2"]);
    expect(patternOf(source(path, container))).not.toMatch(/^[=+\-@]/);
  }
});

test("a supplier that the roster does not have is given nothing", () => {
  expect(attachFile("id,name\nV-1,Bolt\n", "V-9", source("in/a.xlsx"))).toBeUndefined();
});
