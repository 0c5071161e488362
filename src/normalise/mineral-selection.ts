// Determines which minerals a declaration is about, in templates in which they are selected: the rows below each
// question are theirs.
import type { DetectedTemplate } from "../forms/detect.ts";
import type { SelectionCell, SelectionLayout } from "../forms/form.ts";
import { ownMineral, readMineral } from "../forms/minerals.ts";
import { inRowOrder, withSelected } from "../forms/selected-minerals.ts";
import { joinWords } from "../lib/join-words.ts";
import { normalForm } from "../lib/normal-form.ts";
import { cellText, cleanText, columnNumber, findCell, findRow, parseAddress } from "../model/cells.ts";
import { LONGEST_MINERAL, type Note, type SelectedMineral, type SelectionFault } from "../model/response.ts";
import type { Sheet, Workbook } from "../model/workbook.ts";
import { findPlacement } from "./find-placement.ts";
import { STAR } from "./form-labels.ts";
import { errorIn, listed } from "./missing-results.ts";
import type { Placement } from "./placement.ts";

export interface Placed {
  /** The template with the minerals that the declaration selects; unchanged if its minerals are fixed. */
  template: DetectedTemplate;
  placement: Placement;
  /** Problems in the selection. */
  faults?: readonly SelectionFault[];
}

/**
 * Finds which minerals a declaration selects, and then where its values are. The minerals are in the order of the
 * labels beside the answers, which the supplier saw; if no label was calculated, in alphabetical order, as the template
 * sorts them. Minerals that are labelled but not selected were deselected after the labels had been calculated.
 */
export function placeSelected(workbook: Workbook, template: DetectedTemplate): Placed {
  const { selection } = template.layout;
  if (selection === undefined) return { template, placement: findPlacement(workbook, template) };
  const unselected = withSelected(template, []);
  const unselectedPlacement = findPlacement(workbook, unselected);
  const sheet = new SelectionSheet(unselected, unselectedPlacement, selection);
  const selected = selection.cells.flatMap((cell) => sheet.chosen(cell) ?? []);
  for (const at of selection.covered ?? []) sheet.addCovered(at);
  const chosen = inRowOrder(selected).map(({ name: _, ...mineral }): SelectedMineral => mineral);
  sheet.addDuplicates(selected);
  const labelled = sheet.labelled();
  const isSelectionFound = selection.cells.every(
    ({ at }) => unselectedPlacement.besideField(at) !== undefined,
  );
  const isOpenOther = ({ id }: SelectedMineral) =>
    sheet.faults.some(({ kind }) => kind === "otherUnnamed") &&
    !template.family.minerals.some((mineral) => mineral.id === id);
  const minerals = labelled.map((label): SelectedMineral => {
    const isSelected = !isSelectionFound || isOpenOther(label);
    return find(chosen, label) ?? (isSelected ? label : { ...label, deselected: true });
  });
  if (!isSelectionFound) {
    sheet.notes.push({
      at: template.declaration.name,
      kind: "labels",
      note: `The cells that select the minerals were not found: ${labelled.length === 0 ? "nothing was read by mineral" : `the minerals are those by which the rows of the questions are labelled, ${namesOf(labelled)}`}.`,
    });
  } else if (labelled.length > 0 && idsOf(minerals.filter(isStillSelected)) !== idsOf(chosen)) {
    sheet.notes.push(
      labelsNote(labelled, chosen, "each answer was read for the mineral that its row is labelled with"),
    );
  }
  const { note, read, placement } = placeMinerals(workbook, template, {
    chosen,
    labels: labelled,
    minerals: labelled.length === 0 ? chosen : minerals,
  });
  if (note !== undefined) sheet.notes.push(note);
  const left = leftOver(read, placement, selection);
  const notes = [...placement.notes, ...sheet.notes, ...left.notes];
  const faults = [...sheet.faults, ...left.faults];
  return { template: read, placement: { ...placement, notes }, ...(faults.length > 0 ? { faults } : {}) };
}

/**
 * Returns the template with the minerals that have answers or are selected. Rows labelled with a mineral that is no
 * longer selected, as in a workbook that was not recalculated, belong to that mineral if they contain answers. There is
 * one exception: if the rows with answers are the first ones and as many as the minerals selected, they belong to the
 * minerals selected, because the supplier followed the order that the labels will have.
 */
function placeMinerals(
  workbook: Workbook,
  template: DetectedTemplate,
  { chosen, labels, minerals }: Record<"chosen" | "labels" | "minerals", readonly SelectedMineral[]>,
): { read: DetectedTemplate; placement: Placement; note?: Note } {
  const all = withSelected(template, minerals);
  const placement = findPlacement(workbook, all);
  if (minerals.every(isStillSelected)) return { read: all, placement };
  const answered = (mineral: SelectedMineral) => answersOf(all, placement, mineral).length > 0;
  const isFirst = (_: SelectedMineral, index: number) => index < chosen.length;
  const isByPlace =
    minerals.filter(isStillSelected).length === chosen.length &&
    !minerals.filter(isFirst).every(isStillSelected) &&
    minerals.every((mineral, index) => answered(mineral) === isFirst(mineral, index));
  if (isByPlace) {
    const rowOf = new Map(chosen.map(({ id }, index) => [id, minerals[index]?.id ?? id]));
    return {
      read: withSelected(template, chosen),
      placement: {
        ...placement,
        answerRow: (question, mineral) => placement.answerRow(question, rowOf.get(mineral) ?? mineral),
      },
      note: labelsNote(
        labels,
        chosen,
        "only as many rows hold answers, and they were read for the minerals selected, in the order in which the template will label them",
      ),
    };
  }
  return {
    read: withSelected(
      template,
      minerals.filter((one) => isStillSelected(one) || answered(one)),
    ),
    placement,
  };
}

function isStillSelected({ deselected }: SelectedMineral): boolean {
  return deselected === undefined;
}

/** Notes that labels and selection name different minerals, and how that was read. */
function labelsNote(
  labelled: readonly SelectedMineral[],
  chosen: readonly SelectedMineral[],
  read: string,
): Note {
  return {
    at: labelled[0]?.at ?? "",
    kind: "labels",
    note: `The rows of the questions are labelled ${namesOf(labelled)}, while the minerals selected are ${namesOf(chosen)}: ${read}.`,
  };
}

/** Returns the cells that contain answers about a mineral. */
function answersOf(
  { layout, declaration }: DetectedTemplate,
  placement: Placement,
  { id }: SelectedMineral,
): string[] {
  const column = placement.answerColumn;
  return layout.questions.flatMap((question) => {
    const row = placement.answerRow(question, id);
    return column !== undefined && row !== undefined && isFilled(declaration, column, row)
      ? `${column}${row}`
      : [];
  });
}

function isFilled(declaration: Sheet, column: string, row: number): boolean {
  return cleanText(cellText(findCell(findRow(declaration, row), columnNumber(column))) ?? "") !== "";
}

function idsOf(minerals: readonly SelectedMineral[]): string {
  return minerals.map(({ id }) => id).join("\n");
}

function namesOf(minerals: readonly SelectedMineral[]): string {
  return minerals.length === 0
    ? "none"
    : joinWords(
        minerals.map(({ id, raw }) => raw ?? id),
        "and",
      );
}

function find(minerals: readonly SelectedMineral[], { id }: SelectedMineral): SelectedMineral | undefined {
  return minerals.find((mineral) => mineral.id === id);
}

interface Chosen extends SelectedMineral {
  name: string;
}

/** The cells of a declaration that select and label minerals. */
class SelectionSheet {
  readonly notes: Note[] = [];
  readonly faults: SelectionFault[] = [];
  private readonly template: DetectedTemplate;
  private readonly placement: Placement;
  private readonly selection: SelectionLayout;

  constructor(template: DetectedTemplate, placement: Placement, selection: SelectionLayout) {
    this.template = template;
    this.placement = placement;
    this.selection = selection;
  }

  /** The mineral that a cell selects; undefined if it selects none. */
  chosen({ at, none, nameAt }: SelectionCell): Chosen | undefined {
    const cell = this.read(this.placement.besideField(at));
    const { other } = this.selection;
    const isOther = other !== undefined && same(cell.text, other);
    if (isOther && nameAt !== undefined) {
      const named = this.read(this.placement.besideField(nameAt));
      if (named.text !== "") return this.mineral(named);
      this.faults.push({ kind: "otherUnnamed", at: cell.at });
      this.notes.push({
        at: cell.at,
        kind: "notUnderstood",
        note: "Another mineral is selected here, and its name is not given: nothing was read for it.",
      });
    } else if (nameAt !== undefined) {
      const named = this.read(this.placement.besideField(nameAt));
      if (named.text !== "") {
        this.faults.push(unread(named));
        this.notes.push({
          at: named.at,
          kind: "notUnderstood",
          note: `This cell names a mineral, "${named.text.slice(0, LONGEST_MINERAL)}", where none is selected as another one: it was not read.`,
        });
      }
    }
    if (isOther || cell.text === "" || (none !== undefined && same(cell.text, none))) return undefined;
    return this.mineral(cell);
  }

  /** Adds a cell beside the selecting ones, which the template's formulas ignore. */
  addCovered(at: string): void {
    const cell = this.read(this.placement.besideField(at));
    if (cell.text === "") return;
    this.faults.push(unread(cell));
    this.notes.push({
      at: cell.at,
      kind: "notUnderstood",
      note: `This cell names a mineral, "${cell.text.slice(0, LONGEST_MINERAL)}", where the template does not look: it was not read.`,
    });
  }

  addDuplicates(selected: readonly Chosen[]): void {
    for (const [index, { id, name, at }] of selected.entries()) {
      if (selected.findIndex((other) => other.id === id) !== index)
        this.faults.push({ kind: "duplicate", at, text: name.slice(0, LONGEST_MINERAL) });
    }
  }

  /** The minerals in the labels of the first question's rows. */
  labelled(): SelectedMineral[] {
    const [question] = this.template.layout.questions;
    if (question === undefined) return [];
    const top = this.placement.questionRow(question);
    if (top === undefined) return [];
    const minerals: SelectedMineral[] = [];
    for (let row = top + 1; row <= top + this.selection.rows; row++) {
      const cell = this.read(`${this.placement.labelColumn}${row}`);
      const text = cell.text.replace(STAR, "").trim();
      if (text === "") continue;
      const { name: _, ...mineral } = this.mineral({ ...cell, text });
      minerals.push(mineral);
    }
    return minerals;
  }

  private mineral({ text, at }: { text: string; at: string }): Chosen {
    const { family } = this.template;
    const id = readMineral(text, family);
    const usual = family.minerals.find((mineral) => mineral.id === id)?.names[0];
    return { id: id ?? ownMineral(text), ...(text === usual ? {} : { raw: text }), at, name: text };
  }

  private read(address: string | undefined): { text: string; at: string } {
    const { declaration } = this.template;
    if (address === undefined) return { text: "", at: declaration.name };
    const { row, column } = parseAddress(address);
    const cell = findCell(findRow(declaration, row), column);
    const blank =
      cell === undefined ||
      errorIn(cell) !== undefined ||
      (cell.formula && cell.value.type === "number" && cell.value.number === 0);
    return { text: blank ? "" : cleanText(cellText(cell) ?? ""), at: `${declaration.name}!${address}` };
  }
}

function unread({ at, text }: { at: string; text: string }): SelectionFault {
  return { kind: "nameUnread", at, text: text.slice(0, LONGEST_MINERAL) };
}

/** The template's formulas ignore letter case. */
function same(a: string, b: string): boolean {
  return normalForm(a, "NFKC").toLowerCase() === normalForm(b, "NFKC").toLowerCase();
}

/** Reports answers in rows that belong to no mineral, as are left behind when a selection is shortened. */
function leftOver(
  { layout, declaration }: DetectedTemplate,
  placement: Placement,
  { rows }: SelectionLayout,
): { notes: Note[]; faults: SelectionFault[] } {
  const column = placement.answerColumn;
  if (column === undefined) return { notes: [], faults: [] };
  const cells = layout.questions.flatMap((question) => {
    const top = placement.questionRow(question);
    if (top === undefined) return [];
    const taken = new Set(layout.minerals.map((mineral) => placement.answerRow(question, mineral)));
    return Array.from({ length: rows }, (_, index) => top + 1 + index)
      .filter((row) => !taken.has(row) && isFilled(declaration, column, row))
      .map((row) => `${column}${row}`);
  });
  const [first] = cells;
  if (first === undefined) return { notes: [], faults: [] };
  const one = cells.length === 1;
  const notes: Note[] = [
    {
      at: `${declaration.name}!${first}`,
      kind: "unused",
      note: `${listed(cells)} ${one ? "holds an answer in a row" : "hold answers in rows"} that no mineral selected has: ${one ? "it was" : "they were"} not read.`,
    },
  ];
  const faults = cells.map((at): SelectionFault => ({ kind: "leftOver", at: `${declaration.name}!${at}` }));
  return { notes, faults };
}
