// What suppliers are asked for where a file is none of the templates that can be read.
import { joinWords } from "../lib/join-words.ts";
import { FAMILIES } from "./families.ts";

const MINERALS = FAMILIES.flatMap(({ minerals }) => minerals.map(({ id }) => id));

/** Abbreviations, English titles and minerals of the families that can be read, each as one text. */
export const WANTED = {
  id: joinWords(
    FAMILIES.map(({ id }) => id),
    "or",
  ),
  title: joinWords(
    FAMILIES.map(({ title }) => title),
    "or",
  ),
  minerals: joinWords(MINERALS, "and"),
  oneMineral: joinWords(MINERALS, "or"),
} as const;
