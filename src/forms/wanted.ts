// What suppliers are asked for if a file is not a supported template.
import { joinWords } from "../lib/join-words.ts";
import type { Unreadable } from "../model/workbook.ts";
import { DEFAULT_FAMILY, findFamily } from "./families.ts";
import type { KnownTemplate } from "./form.ts";

const MINERALS = DEFAULT_FAMILY.minerals.map(({ id }) => id);

/** Abbreviation, English title and minerals of the default template. */
export const WANTED = {
  id: DEFAULT_FAMILY.id,
  title: DEFAULT_FAMILY.title,
  minerals: joinWords(MINERALS, "and"),
  oneMineral: joinWords(MINERALS, "or"),
} as const;

/** A template's title and abbreviation. */
export function nameOf({ id, title }: Pick<KnownTemplate, "id" | "title">): string {
  return `${title} (${id})`;
}

/**
 * The explanation for a file in an unsupported template; `wanted` is the requested one, by default the default
 * template.
 */
export function otherTemplate(
  { id, title, version }: Pick<KnownTemplate, "id" | "title"> & { version: string | undefined },
  wanted: Pick<KnownTemplate, "id" | "title"> = WANTED,
): Unreadable {
  const hint = findFamily(id) ? ` With \`--family ${id.toLowerCase()}\` this one is looked at.` : "";
  const found = askingFor(`${title} (${id}${version ? ` ${version}` : ""})`, wanted);
  return { ...found, ask: found.ask + hint, ...(wanted === WANTED ? {} : { wanted: nameOf(wanted) }) };
}

/** The same for a file that was read as another template, where the default one was requested. */
export function wantedInstead(
  unreadable: Unreadable,
  wanted: Pick<KnownTemplate, "id" | "title">,
): Unreadable {
  const { kind, template } = unreadable;
  return kind === "other-template" && template !== undefined
    ? { ...askingFor(template, wanted), wanted: nameOf(wanted) }
    : unreadable;
}

function askingFor(template: string, wanted: Pick<KnownTemplate, "id" | "title">) {
  return {
    kind: "other-template",
    reason: `This is the RMI's ${template}, not ${/^[AEIO]/.test(wanted.title) ? "an" : "a"} ${wanted.title}.`,
    ask: `Ask the supplier for a completed ${nameOf(wanted)}.`,
    template,
  } as const;
}
