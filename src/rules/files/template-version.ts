// Checks the template version: unknown, not the newest, or older than the campaign accepts.

import {
  familyOf,
  findEdition,
  isOlder,
  newestEdition,
  newestReleased,
  readAsEdition,
} from "../../forms/editions.ts";
import type { Layout } from "../../forms/form.ts";
import { defineRule } from "../rule.ts";

/** The cell with the revision. */
function revisionCell(layout: Layout): string {
  return `${layout.declaration}!${layout.revisionCell}`;
}

export const templateVersionUnknown = defineRule<{
  version: string;
  newest: string;
  /** The edition that its labels and headers match. */
  fits: string | null;
}>({
  id: "template-version-unknown",
  severity: "warning",
  needs: [],
  title: "The template's version is not known to cmrt.",
  why: "It is newer than cmrt, or its revision text was changed; it was read with the nearest known layout (info where its labels and headers are those of a known version).",
  ask: "Where did you get this version of the template?",
  source: "The list of releases; the revision text on the declaration.",
  message: ({ version, newest, fits }) =>
    `The template says that it is version ${version}, which cmrt does not know (the newest is ${newest})${fits === null ? "" : `; its labels and headers are those of ${fits}`}.`,
  *check({ response, layout }) {
    const { version } = response.template;
    const family = familyOf(response);
    if (findEdition(family, version)) return;
    const newest = newestEdition(family).version;
    const odd = response.notes.some(({ kind }) => kind === "shifted" || kind === "labels");
    const isRead = isOlder(family, newest, version) && !odd && response.unread === undefined;
    const fits = isRead ? readAsEdition(response).version : null;
    yield { at: revisionCell(layout), facts: { version, newest, fits }, severity: fits ? "info" : "warning" };
  },
  example: {
    fires: { about: "a version of the future", version: "99.1" },
    silent: { about: "a known version", version: "6.4" },
  },
});

export const templateVersionSuperseded = defineRule<{ version: string; newest: string; released: string }>({
  id: "template-version-superseded",
  severity: "info",
  needs: [],
  title: "A newer version of the template was out.",
  why: "Older versions carry an older list of smelters and ask other questions.",
  ask: "Can you use the current version of the template next time?",
  source: "The release dates of the templates, as of the cut-off or the day of the run.",
  message: ({ version, newest, released }) =>
    `The template is version ${version}; version ${newest} was released on ${released}.`,
  *check({ response, layout }, { today, cutoff }) {
    const { version } = response.template;
    const asOf = cutoff !== null && cutoff < today ? cutoff : today;
    const family = familyOf(response);
    const newest = newestReleased(family, asOf);
    if (!newest?.released || !isOlder(family, version, newest.version)) return;
    yield {
      at: revisionCell(layout),
      facts: { version, newest: newest.version, released: newest.released },
    };
  },
  internal: true,
  example: {
    fires: { about: "the version before the current one", version: "6.4" },
    silent: { about: "the current version", version: "6.5" },
  },
});

export const templateVersionTooOld = defineRule<{ version: string; minimum: string }>({
  id: "template-version-too-old",
  severity: "warning",
  needs: ["minimumVersion"],
  title: "The template's version is older than the campaign accepts.",
  why: "The campaign asked for a newer version (setting).",
  ask: "Can you send the declaration in a current version of the template?",
  source: "The setting thresholds.minimumTemplateVersion.",
  message: ({ version, minimum }) =>
    `The template is version ${version}; this campaign asks for ${minimum} or newer.`,
  *check({ response, layout }, { settings }) {
    const minimum = settings.thresholds.minimumTemplateVersion;
    const { version } = response.template;
    if (minimum === undefined || !isOlder(familyOf(response), version, minimum)) return;
    yield { at: revisionCell(layout), facts: { version, minimum } };
  },
  example: {
    fires: {
      about: "6.31 where 6.4 is asked for",
      version: "6.31",
      settings: { thresholds: { minimumTemplateVersion: "6.4" } },
    },
    silent: {
      about: "6.4 where 6.4 is asked for",
      version: "6.4",
      settings: { thresholds: { minimumTemplateVersion: "6.4" } },
    },
  },
});
