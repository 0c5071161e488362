// The manual page, made from the command line's own declarations.
import type { Command } from "commander";
import { EXIT } from "../../src/errors.ts";

const EXITS: Record<keyof typeof EXIT, string> = {
  clean: "Done, with nothing at or above the fail level.",
  findings: "Done, with findings at or above the fail level.",
  usage: "Wrong usage or settings, or no workspace.",
  unreadable: "Done, but some workbooks could not be read.",
  bug: "A bug in cmrt.",
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
    ...program.commands.flatMap(commandLines),
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
  ];
  return `${lines.join("\n")}\n`;
}

function commandLines(command: Command): string[] {
  const usage = [command.name(), command.usage()].join(" ").trim();
  return [
    `.SS cmrt ${roff(usage)}`,
    `${roff(capital(command.description()))}.`,
    ...command.options.flatMap((option) => [
      ".TP",
      `\\fB${roff(option.flags)}\\fR`,
      `${roff(capital(option.description))}.`,
    ]),
    ...command.commands.flatMap((sub) => [
      ".TP",
      `\\fBcmrt ${roff([command.name(), sub.name(), sub.usage()].join(" ").trim())}\\fR`,
      `${roff(capital(sub.description()))}.`,
    ]),
  ];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1).replace(/\.$/, "");
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, "");
}

/** Text as roff prints it: backslashes and hyphens as they are, no line that could be taken for a request. */
function roff(text: string): string {
  return text
    .replaceAll("\\", "\\e")
    .replaceAll("-", "\\-")
    .replace(/^([.'])/gm, "\\&$1");
}
