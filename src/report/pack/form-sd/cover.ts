// The cover page of the form.
import type { Filing } from "./filing.ts";
import { labelled, ofForm, type Part, paragraph } from "./sentence.ts";

export function cover({ context, registrant, settings }: Filing): Part[] {
  const { period } = context.evaluation;
  const contact =
    settings.contactName === undefined
      ? undefined
      : [settings.contactName, settings.contactPhone].filter((text) => text !== undefined).join(", ");
  const lines: [id: string, label: string, value: string | undefined, place: string][] = [
    [
      "cover.registrant",
      "Exact name of the registrant as specified in its charter",
      registrant,
      "name of the company",
    ],
    [
      "cover.jurisdiction",
      "State or other jurisdiction of incorporation or organization",
      settings.jurisdiction,
      "jurisdiction",
    ],
    ["cover.fileNumber", "Commission file number", settings.fileNumber, "file number"],
    ["cover.address", "Address of principal executive offices, with zip code", settings.address, "address"],
    [
      "cover.contact",
      "Name and telephone number, including area code, of the person to contact in connection with this report",
      contact,
      "name and telephone number",
    ],
  ];
  return [
    { kind: "heading", level: 2, text: "Cover page" },
    paragraph(
      ofForm(
        "cover.form",
        { strong: "United States Securities and Exchange Commission" },
        ", Washington, D.C. 20549. ",
        { strong: "Form SD" },
        ", specialized disclosure report.",
      ),
    ),
    ...lines.map((line) => paragraph(labelled(...line))),
    paragraph(
      ofForm(
        "cover.rule",
        `Rule pursuant to which this form is filed: ☒ Rule 13p-1 under the Securities Exchange Act (17 CFR 240.13p-1), for the reporting period from January 1 to December 31, ${period}. ☐ Rule 13q-1 under the Securities Exchange Act (17 CFR 240.13q-1).`,
      ),
    ),
  ];
}
