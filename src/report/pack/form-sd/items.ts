// The items after 1.01, and the signature.
import type { Filing } from "./filing.ts";
import { begun, labelled, ofForm, type Part, paragraph, type Sentence } from "./sentence.ts";

const EXHIBIT = "Exhibit 1.01: Conflict Minerals Report as required by Items 1.01 and 1.02 of this form";

export function furtherItems({ context, registrant, settings, exhibit }: Filing): Part[] {
  const signs =
    settings.signatoryName === undefined
      ? undefined
      : [settings.signatoryName, settings.signatoryTitle].filter((text) => text !== undefined).join(", ");
  return [
    { kind: "heading", level: 3, text: "Item 1.02 Exhibit" },
    paragraph(exhibitFiled(exhibit)),
    { kind: "heading", level: 2, text: "Section 2 Resource Extraction Issuer Disclosure" },
    { kind: "heading", level: 3, text: "Item 2.01 Resource Extraction Issuer Disclosure and Report" },
    paragraph(ofForm("2.01.notApplicable", "Not applicable: this form is filed under Rule 13p-1 alone.")),
    { kind: "heading", level: 2, text: "Section 3 Exhibits" },
    { kind: "heading", level: 3, text: "Item 3.01 Exhibits" },
    paragraph(exhibitList(exhibit)),
    { kind: "heading", level: 2, text: "Signatures" },
    paragraph(
      ofForm(
        "signature.statement",
        "Pursuant to the requirements of the Securities Exchange Act of 1934, the registrant has duly caused this report to be signed on its behalf by the duly authorized undersigned.",
      ),
    ),
    paragraph(labelled("signature.registrant", "Registrant", registrant, "name of the company")),
    paragraph(
      labelled(
        "signature.by",
        "By (name and title)",
        signs,
        "name and title of the executive officer who signs",
      ),
    ),
    paragraph(
      labelled(
        "signature.date",
        "Date",
        undefined,
        `day of signing; the form is due on May 31, ${context.evaluation.period + 1}`,
      ),
    ),
  ];
}

function exhibitFiled({ metals, decided, waived }: Filing["exhibit"]): Sentence {
  if (waived) return ofForm("1.02.exhibit", "None, as explained under Item 1.01.");
  const filed = "The Conflict Minerals Report required by Item 1.01 is filed as Exhibit 1.01 to this form.";
  if (metals.length > 0) return ofForm("1.02.exhibit", filed);
  return begun("1.02.exhibit", filed, " ", {
    place:
      decided > 0
        ? "whether it is needed follows from the determinations above; otherwise: None"
        : "on what the responses say no metal calls for it: None, unless the company determines otherwise",
  });
}

function exhibitList({ metals, waived }: Filing["exhibit"]): Sentence {
  if (waived) return ofForm("3.01.exhibits", "None.");
  if (metals.length > 0) return ofForm("3.01.exhibits", `${EXHIBIT}.`);
  return begun("3.01.exhibits", `${EXHIBIT} `, { place: "if it is filed; otherwise: None" }, ".");
}
