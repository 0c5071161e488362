import { expect, test } from "vitest";
import { createWithholder, withholdEmails } from "../../../src/report/render/withhold.ts";
import { buildResponse } from "../../helpers/build-response.ts";

test.each([
  ["ask ada@acme.example.", "ask [contact withheld]."],
  ["<ada.b+c@mail.acme.example>, x", "<[contact withheld]>, x"],
  ["a@b.example_c@d.example", "[contact withheld][contact withheld]"],
  ["a@b@c.example", "a@[contact withheld]"],
  ["@home, a@b, 5 @ 3", "@home, a@b, 5 @ 3"],
])("addresses in %j", (text, expected) => {
  expect(withholdEmails(text)).toBe(expected);
});

test("contacts of any length and number are withheld", () => {
  const contactName = "Ada Example, head of everything. ".repeat(1_000);
  const smelters = Array.from({ length: 5_000 }, (_, index) => ({
    metal: "tin" as const,
    contactName: `Person ${index} of ${"a smelter ".repeat(10)}`,
  }));
  const withhold = createWithholder(buildResponse({ company: { contactName }, smelters }));
  expect(withhold(`The contact name is "${contactName}".`)).toBe('The contact name is "[contact withheld]');
  expect(withhold(`"${smelters[4_321]?.contactName.trim()}" is a contact.`)).toBe(
    '"[contact withheld]" is a contact.',
  );
});

test.each([
  ["Same as above", "Same as above"],
  ["not available", "not available"],
  ["Same as Ada Example", "[contact withheld]"],
])("a contact named %j is told as %j", (contactName, shown) => {
  const withhold = createWithholder(buildResponse({ company: { contactName } }));
  expect(withhold(`The contact name is "${contactName}".`)).toBe(`The contact name is "${shown}".`);
});
