// What came in other templates than the one that a verb looks at, in figures.
import type { TemplateEvaluation } from "../../campaign/plants.ts";
import { listSuppliers } from "../../campaign/suppliers.ts";
import { countFindings } from "../../domain/finding-counts.ts";
import { funnelOf } from "../../domain/funnel.ts";
import type { OtherTemplate } from "../../model/other-template.ts";

/** The figures of each template, by the rules for its responses that count. */
export function otherTemplates(templates: readonly TemplateEvaluation[]): OtherTemplate[] {
  return templates.map(({ family, evaluation }) => {
    const { errors, warnings } = countFindings(evaluation.findings);
    const funnel = funnelOf(listSuppliers(evaluation).suppliers);
    return { family: family.id, funnel, errors, warnings };
  });
}
