// The manual page, generated from the declarations of the command line.

import type { Command } from "commander";
import { EXIT } from "../../src/lib/errors.ts";
import {
  ACCEPTED_FILE,
  DECISIONS_FILE,
  REQUESTS_FILE,
  ROSTER_FILE,
} from "../../src/model/workspace-files.ts";

const EXITS: Record<keyof typeof EXIT, string> = {
  clean: "Done, with nothing at or above the fail level.",
  findings: "Done, with findings at or above the fail level.",
  usage: "Wrong usage or settings, or no workspace.",
  unreadable: "Done, but some workbooks could not be read.",
  bug: "A bug in cmrt.",
};

const EDITED = {
  [ROSTER_FILE]: "The roster: the suppliers that the campaign asks.",
  [REQUESTS_FILE]: "The log of what suppliers were asked and told; letters add to it.",
  [DECISIONS_FILE]: "Which facility a reported smelter is, or that it is none.",
  [ACCEPTED_FILE]: "Findings that a person accepted, with the reason.",
};

/** The manual page of `program` in man(7) macros. */
export function manPage(program: Command): string {
  const lines = [
    ".TH CMRT 1",
    ".SH NAME",
    `cmrt \\- ${roff(lowered(program.description()))}`,
    ".SH SYNOPSIS",
    ".B cmrt",
    "\\fIcommand\\fR [\\fIoptions\\fR] [\\fIarguments\\fR]",
    ".SH COMMANDS",
    ...program.commands.flatMap((command) => commandLines(command)),
    ".SH EXIT STATUS",
    ...Object.entries(EXIT)
      .sort(([, a], [, b]) => a - b)
      .flatMap(([name, code]) => [".TP", `.B ${code}`, roff(EXITS[name as keyof typeof EXIT])]),
    ".SH ENVIRONMENT",
    ".TP",
    ".B NO_COLOR",
    "Where it is set to anything, the output has no colours.",
    ".SH FILES",
    ".TP",
    ".I .cmrt/",
    "What was read, kept in the folder of the campaign; all of it can be made again from the workbooks.",
    ".TP",
    ".I cmrt.json",
    "Settings of the campaign.",
    ...Object.entries(EDITED).flatMap(([file, holds]) => [".TP", `.I ${roff(file)}`, holds]),
  ];
  return `${lines.join("\n")}\n`;
}

/** A command with its options, examples and subcommands; `parents` are the words before its name. */
function commandLines(command: Command, parents = "cmrt"): string[] {
  const name = `${parents} ${command.name()}`;
  return [
    `.SS ${roff(`${name} ${command.usage()}`.trim())}`,
    `${roff(capital(command.description()))}.`,
    ...command.options.flatMap((option) => [
      ".TP",
      `\\fB${roff(option.flags)}\\fR`,
      `${roff(capital(option.description))}.`,
    ]),
    ...exampleLines(command),
    ...command.commands.flatMap((sub) => commandLines(sub, name)),
  ];
}

/** The examples of a command, which are only in its help. */
function exampleLines(command: Command): string[] {
  let help = "";
  command.configureOutput({
    writeOut: (text) => {
      help += text;
    },
  });
  command.outputHelp();
  const examples = /^Examples:\n((?: {2}.*\n)+)/m.exec(help)?.[1];
  return examples === undefined ? [] : [".PP", "Examples:", ".PP", ".nf", roff(examples.trimEnd()), ".fi"];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1).replace(/\.$/, "");
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, "");
}

/** Escapes text for roff: literal backslashes and hyphens, no line that could be taken for a request. */
function roff(text: string): string {
  return text
    .replaceAll("\\", "\\e")
    .replaceAll("-", "\\-")
    .replace(/^([.'])/gm, "\\&$1");
}
