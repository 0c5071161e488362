// Reads names in Chinese, Japanese, Korean, Cyrillic and other scripts as words in Latin letters that may be on a list.
import { fold, nameWords } from "../../lib/text.ts";
import { COMPANIES, MEANINGS } from "./meanings.ts";
import { cyrillicUnits, transcribe, type Unit, unitsOf } from "./units.ts";

/** Returns words in Latin letters for a name in another script; undefined if it has no letter of one. */
export type ScriptReader = (name: string, japanese: boolean) => readonly string[] | undefined;

const OTHER_LETTER = /(?!\p{Script=Latin})\p{L}/u;
/** Runs of one kind of script: Chinese, Japanese and Korean; Latin letters and digits; others. */
const RUNS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]+|[\p{Script=Latin}\p{N}]+|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー\p{Script=Latin}\p{N}\s]+/gu;
const IS_CJK = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]/u;

/** The cost of a piece of a run; the cheapest segmentation is used. */
const COST = {
  /** A word with a known meaning: of several characters, or of a single one. */
  meaning: 0.9,
  shortMeaning: 1.3,
  /** Characters that can be read as a word on the list. */
  reading: 1,
  company: 1.05,
  /** A character without a meaning or reading. */
  unknown: 2,
} as const;
const IS_CYRILLIC = /^\p{Script=Cyrillic}/u;
/** Most letters of an ending after a listed word: "новосибирский" for Novosibirsk. */
const LONGEST_ENDING = 4;
/** Longer runs are not names; the rest is not read. */
const LONGEST_RUN = 60;
/** Shorter listed words match readings of characters by chance. */
const SHORTEST_WORD = 4;

interface Piece {
  /** Index of the first unit after it. */
  end: number;
  words: readonly string[];
  cost: number;
  unknown?: boolean;
}

interface Spelling {
  words: readonly string[];
  cost: number;
}

const SPELLINGS = new Map<string, Spelling>();
/** Stems of words, in scripts with inflected endings. */
const BEGINNINGS: { text: string; words: readonly string[] }[] = [];
let longestSpelling = 0;

for (const { english, spellings } of MEANINGS) {
  for (const spelling of spellings)
    enter(spelling, english, spelling.length > 1 ? COST.meaning : COST.shortMeaning);
}
for (const { english, spellings } of COMPANIES) {
  for (const spelling of spellings) enter(spelling, english, COST.company);
}
BEGINNINGS.sort((a, b) => b.text.length - a.text.length);

function enter(spelling: string, words: readonly string[], cost: number): void {
  const text = fold(spelling);
  if (!IS_CJK.test(text)) BEGINNINGS.push({ text, words });
  // The first line with a spelling takes precedence.
  else if (!SPELLINGS.has(text)) SPELLINGS.set(text, { words, cost });
  longestSpelling = Math.max(longestSpelling, text.length);
}

/** A trie of the list's words. */
interface Branch {
  next: Map<string, Branch>;
  words?: readonly string[];
}

/**
 * Returns a function that reads names with the words of a list. `vocabulary` maps each word, or several written as one,
 * to the words that it stands for.
 */
export function createScriptReader(
  vocabulary: () => Iterable<readonly [string, readonly string[]]>,
): ScriptReader {
  let tree: Branch | undefined;

  /** Pieces that start at a unit and can be read as a listed word. */
  function readingsFrom(units: readonly Unit[], start: number, root: Branch): Piece[] {
    const pieces: Piece[] = [];
    const walk = (at: number, branches: ReadonlySet<Branch>) => {
      const unit = units[at];
      if (unit === undefined || branches.size === 0) return;
      let reached = branches;
      for (const alternatives of unit.parts) {
        reached = new Set(
          [...reached].flatMap((branch) => alternatives.flatMap((text) => follow(branch, text))),
        );
      }
      if (at > start) {
        const words = [...reached].find((branch) => branch.words !== undefined)?.words;
        if (words !== undefined) pieces.push({ end: at + 1, words, cost: COST.reading });
      }
      walk(at + 1, reached);
    };
    walk(start, new Set([root]));
    return pieces;
  }

  function readRun(run: string, japanese: boolean, root: Branch): string[] {
    const units = unitsOf([...run].slice(0, LONGEST_RUN).join(""), japanese);
    const starts: number[] = [];
    let length = 0;
    for (const unit of units) {
      starts.push(length);
      length += unit.length;
    }
    const unitAt = new Map(starts.map((start, at) => [start, at]));
    unitAt.set(length, units.length);
    // Computed from the end: the cheapest continuation from each unit.
    const ways: { cost: number; piece?: Piece }[] = [];
    ways[units.length] = { cost: 0 };
    for (let at = units.length - 1; at >= 0; at--) {
      const start = starts[at] as number;
      const pieces: Piece[] = readingsFrom(units, at, root);
      pieces.push({ end: at + 1, words: [(units[at] as Unit).plain], cost: COST.unknown, unknown: true });
      for (let end = start + 1; end <= Math.min(length, start + longestSpelling); end++) {
        const spelling = SPELLINGS.get(run.slice(start, end));
        const behind = unitAt.get(end);
        if (spelling && behind !== undefined) pieces.push({ end: behind, ...spelling });
      }
      let best: { cost: number; piece?: Piece } = { cost: Number.POSITIVE_INFINITY };
      for (const piece of pieces) {
        const cost = piece.cost + (ways[piece.end]?.cost ?? Number.POSITIVE_INFINITY);
        if (cost < best.cost) best = { cost, piece };
      }
      ways[at] = best;
    }
    const way: (Piece & { plain: string })[] = [];
    for (let at = 0; at < units.length; ) {
      const piece = ways[at]?.piece;
      if (piece === undefined) break;
      way.push({ ...piece, plain: units[at]?.plain ?? "" });
      at = piece.end;
    }
    // Next to a character without a meaning, a single one is more likely part of the same name: 海沧, not "sea".
    const inName = way.map(
      ({ unknown, cost }, at) =>
        unknown ||
        (cost === COST.shortMeaning && (way[at - 1]?.unknown === true || way[at + 1]?.unknown === true)),
    );
    const words: string[] = [];
    way.forEach((piece, at) => {
      if (!inName[at]) words.push(...piece.words);
      else if (inName[at - 1]) words.push(`${words.pop()}${piece.plain}`);
      else words.push(piece.plain);
    });
    return words;
  }

  /** A word of the list or of the table of meanings, ignoring its ending; undefined for a word in another script. */
  function readCyrillic(run: string, root: Branch): readonly string[] | undefined {
    if (!IS_CYRILLIC.test(run)) return undefined;
    const units = cyrillicUnits(run);
    const read = readingsFrom(units, 0, root).filter(({ end }) => units.length - end <= LONGEST_ENDING);
    const meant = BEGINNINGS.find(
      ({ text }) => run.startsWith(text) && run.length - text.length <= LONGEST_ENDING + 2,
    );
    return read.at(-1)?.words ?? meant?.words;
  }

  return (name, japanese) => {
    if (!OTHER_LETTER.test(name)) return undefined;
    tree ??= treeOf(vocabulary());
    const root = tree;
    const hasKana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name);
    return nameWords(name).flatMap((word) =>
      (word.match(RUNS) ?? []).flatMap((run) => {
        if (IS_CJK.test(run)) return readRun(run, japanese || hasKana, root);
        if (!OTHER_LETTER.test(run)) return [run];
        return readCyrillic(run, root) ?? fold(transcribe(run)).split(" ");
      }),
    );
  };
}

function follow(branch: Branch, text: string): Branch[] {
  let at: Branch | undefined = branch;
  for (const letter of text) at = at?.next.get(letter);
  return at ? [at] : [];
}

function treeOf(vocabulary: Iterable<readonly [string, readonly string[]]>): Branch {
  const root: Branch = { next: new Map() };
  for (const [text, words] of vocabulary) {
    if (text.length < SHORTEST_WORD || OTHER_LETTER.test(text)) continue;
    let at = root;
    for (const letter of text) {
      const next = at.next.get(letter) ?? { next: new Map() };
      at.next.set(letter, next);
      at = next;
    }
    at.words ??= words;
  }
  return root;
}
