// Narrows a campaign to the responses of one family: the only place where other families are set apart.

import { indexRoster } from "../../campaign/identify.ts";
import type { ReceivedFile } from "../../campaign/unusable.ts";
import { DEFAULT_FAMILY, familyNamed } from "../../forms/families.ts";
import type { Family } from "../../forms/form.ts";
import { otherTemplate, wantedInstead } from "../../forms/wanted.ts";
import { sortTexts } from "../../lib/compare-texts.ts";
import { joinWords } from "../../lib/join-words.ts";
import { fold } from "../../lib/text.ts";
import type { Response } from "../../model/response.ts";
import type { Roster } from "../../model/roster.ts";
import { compareSources, sourceText } from "../../model/workbook.ts";
import type { Campaign } from "./load-campaign.ts";

/** How many responses of other families there are, by the abbreviation of the template. */
export type OtherFamilies = ReadonlyMap<string, number>;

/**
 * The campaign with the responses of one family and the look-up lists of their workbooks, the responses of other
 * families, and how many of those were set apart. Set apart are those of companies that also sent one of this family,
 * or that the roster lists as asked for the other one; without a roster, which alone says who is asked for what, all of
 * them. From any other company the other template was received instead, and is unusable.
 */
export function ofFamily(
  everything: Campaign,
  family: Family,
  roster?: Roster,
): { campaign: Campaign; others: OtherFamilies; apart: readonly Response[] } {
  const campaign = family === DEFAULT_FAMILY ? everything : askedFor(everything, family);
  const kept = campaign.responses.filter(({ template }) => template.family === family.id);
  const others = new Map<string, number>();
  if (kept.length === campaign.responses.length) return { campaign, others, apart: [] };
  const ids = new Set(kept.map(({ id }) => id));
  const answered = new Set(kept.flatMap(companyOf));
  const index = roster && indexRoster(roster);
  // Everybody is asked for the default template; the roster says who is asked for others as well.
  const isInstead = (response: Response): boolean => {
    if (index === undefined) return false;
    const found = index.identify(response);
    const its =
      found.kind === "known" ? [found.supplier] : found.kind === "ambiguous" ? found.candidates : [];
    const asked = its.map(({ families = [DEFAULT_FAMILY.id] }) => families);
    if (asked.length === 0) return family === DEFAULT_FAMILY;
    return (
      asked.some((families) => families.includes(family.id)) &&
      !asked.every((families) => families.includes(response.template.family))
    );
  };
  const dropped = new Set<string>();
  const instead: ReceivedFile[] = [];
  const beside: Response[] = [];
  for (const response of campaign.responses) {
    if (ids.has(response.id)) continue;
    dropped.add(sourceText(response.source));
    if (campaign.withdrawn.has(response.id)) continue;
    const wasSentToo = companyOf(response).some((company) => answered.has(company));
    if (wasSentToo || !isInstead(response)) {
      beside.push(response);
      others.set(response.template.family, (others.get(response.template.family) ?? 0) + 1);
    } else instead.push(unusable(response, family));
  }
  return {
    campaign: {
      ...campaign,
      responses: kept,
      unreadable: [...campaign.unreadable, ...instead].sort(compareSources),
      withdrawn: new Set([...campaign.withdrawn].filter((id) => ids.has(id))),
      lists: campaign.lists.filter(({ files }) => files.some((file) => !dropped.has(file))),
      // Only the default template is compared with responses in others; the evaluation of the others does not depend on
      // them.
      ...(family === DEFAULT_FAMILY || beside.length === 0 ? {} : { beside }),
      copies: campaign.copies.filter(({ id }) => ids.has(id)),
    },
    others,
    apart: campaign.responses.filter(({ id }) => !ids.has(id)),
  };
}

/** Words files in unsupported templates as requests for this family's template. */
function askedFor(campaign: Campaign, family: Family): Campaign {
  const unreadable = campaign.unreadable.map((file) => ({
    ...file,
    unreadable: wantedInstead(file.unreadable, family),
  }));
  return { ...campaign, unreadable };
}

function companyOf({ company }: Response): string[] {
  const name = fold(company.companyName?.value ?? "");
  return name === "" ? [] : [name];
}

function unusable(response: Response, wanted: Family): ReceivedFile {
  const { path, container, sha256, bytes } = response.source;
  const { family, version } = response.template;
  return {
    path,
    container,
    sha256,
    bytes,
    unreadable: otherTemplate(
      { ...familyNamed(family), version },
      wanted === DEFAULT_FAMILY ? undefined : wanted,
    ),
    response,
  };
}

/** The notice about responses that were set apart; undefined if there are none. */
export function othersNotice(others: OtherFamilies, family: Family): string | undefined {
  if (others.size === 0) return undefined;
  const counts = sortTexts(others.keys()).map((id) => `${others.get(id)} ${id}`);
  const options = sortTexts(others.keys()).map((id) => `\`--family ${id.toLowerCase()}\``);
  return `Responses of other templates, not part of this ${family.id} campaign: ${joinWords(counts, "and")}. ${joinWords(options, "or")} looks at them.`;
}
