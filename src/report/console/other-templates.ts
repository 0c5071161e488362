// The other templates of a campaign: a line for each, and how to look at it.
import type { OtherTemplate } from "../../model/other-template.ts";
import { textTable } from "./text-table.ts";

/**
 * The lines, after a blank one; none where there is no other template.
 *
 * @param verb that looks at one of them
 * @param typed its other options, each after a blank
 */
export function otherTemplateLines(
  templates: readonly OtherTemplate[],
  verb: string,
  typed: string,
): string[] {
  if (templates.length === 0) return [];
  const numbers = ["surveyed", "responded", "valid", "errors", "warnings"];
  return [
    "",
    ...textTable(
      [
        { header: "other templates" },
        ...numbers.map((header) => ({ header, side: "start" as const })),
        { header: "look at them with" },
      ],
      templates.map(({ family, funnel: { surveyed, responded, valid }, errors, warnings }) => [
        family,
        surveyed === null ? "–" : String(surveyed),
        ...[responded, valid, errors, warnings].map(String),
        `cmrt ${verb} --family ${family.toLowerCase()}${typed}`,
      ]),
    ),
  ];
}
