// `cmrt completion <shell>`: a script with which a shell completes commands and options.
import type { Command, Option } from "commander";

export type Shell = "bash" | "zsh" | "fish";

/**
 * The completion script for a shell, for the commands of `program`. Words that are not commands or options are
 * completed as files.
 */
export function completionScript(shell: Shell, program: Command): string {
  const commands = program.commands.map((command) => ({
    name: command.name(),
    summary: command.description(),
    words: [
      ...command.commands.map((sub) => sub.name()),
      ...command.registeredArguments.flatMap((argument) => argument.argChoices ?? []),
    ],
    options: optionsOf(command),
  }));
  switch (shell) {
    case "bash":
      return bash(commands);
    case "zsh":
      return zsh(commands);
    case "fish":
      return fish(commands);
  }
}

interface CompletedOption {
  flag: string;
  summary: string;
  /** The kind of its value; undefined for a switch. */
  value: "choice" | "folder" | "file" | "text" | undefined;
  choices: readonly string[];
}

interface CompletedCommand {
  name: string;
  summary: string;
  /** Subcommands, and arguments with a fixed set of values, which come right after the command. */
  words: string[];
  options: CompletedOption[];
}

/** Options of every command that commander does not list. */
const HELP = { flag: "--help", summary: "show the help", value: undefined, choices: [] };
const VERSION = { flag: "--version", summary: "show the version", value: undefined, choices: [] };

function optionsOf(command: Command): CompletedOption[] {
  const own = [command, ...command.commands].flatMap((one) => one.options as Option[]);
  const byFlag = new Map(own.map((option) => [option.long ?? option.short ?? "", option]));
  return [
    ...[...byFlag].map(([flag, option]) => ({
      flag,
      summary: option.description,
      value: valueKind(option),
      choices: option.argChoices ?? [],
    })),
    HELP,
  ];
}

function valueKind({ flags, argChoices, required, optional }: Option): CompletedOption["value"] {
  if (argChoices !== undefined) return "choice";
  if (/<dir>/.test(flags)) return "folder";
  if (/<[^>]*\bfile>/.test(flags)) return "file";
  return required || optional ? "text" : undefined;
}

function bash(commands: readonly CompletedCommand[]): string {
  const list = (words: readonly string[]): string => `words="${words.join(" ")}" ;;`;
  const values = commands.flatMap(({ name, options }) =>
    options
      .filter(({ choices }) => choices.length > 0)
      .map(({ flag, choices }) => `    ${name}:*:${flag}:*) ${list(choices)}`),
  );
  const words = commands
    .filter((command) => command.words.length > 0)
    .map((command) => `    ${command.name}:2:*) ${list(command.words)}`);
  const options = commands.map(
    (command) => `    ${command.name}:*:-*) ${list(command.options.map(({ flag }) => flag))}`,
  );
  return `# bash completion of cmrt. Use: eval "$(cmrt completion bash)"
_cmrt() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}" words=""
  [ "$COMP_CWORD" -gt 1 ] || command=""
  # Command, place and words before and at the cursor; where nothing fits the shell offers files.
  case "$command:$COMP_CWORD:$previous:$current" in
    :*) ${list([...commands.map(({ name }) => name), HELP.flag, VERSION.flag])}
${values.join("\n")}
  esac
  [ -n "$words" ] || case "$command:$COMP_CWORD:$current" in
${[...options, ...words].join("\n")}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o bashdefault -o default -F _cmrt cmrt
`;
}

function zsh(commands: readonly CompletedCommand[]): string {
  const quoted = (text: string): string => text.replaceAll("'", "'\\''").replace(/[[\]:]/g, "\\$&");
  const value = ({ value, choices }: CompletedOption): string => {
    if (value === undefined) return "";
    const action = { choice: `(${choices.join(" ")})`, folder: "_files -/", file: "_files", text: " " }[
      value
    ];
    return `:value:${action}`;
  };
  const argumentsOf = ({ words, options }: CompletedCommand): string => {
    const flags = options.map((option) => `'*${option.flag}[${quoted(option.summary)}]${value(option)}'`);
    const second = words.length === 0 ? [] : [`'2:word:(${words.join(" ")})'`];
    return [...flags, "'1: : '", ...second, "'*:file:_files'"].join(" ");
  };
  return `#compdef cmrt
# zsh completion of cmrt. Use: cmrt completion zsh > "\${fpath[1]}/_cmrt", or eval "$(cmrt completion zsh)"
_cmrt() {
  local -a commands
  commands=(
${commands.map(({ name, summary }) => `    '${name}:${quoted(summary)}'`).join("\n")}
  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
    return
  fi
  case "$words[2]" in
${commands.map((command) => `    ${command.name})\n      _arguments ${argumentsOf(command)} ;;`).join("\n")}
  esac
}
# Loaded from a file of fpath the script is the function itself; else it only names it.
if [[ "$funcstack[1]" == _cmrt ]]; then
  _cmrt "$@"
else
  compdef _cmrt cmrt
fi
`;
}

function fish(commands: readonly CompletedCommand[]): string {
  const quoted = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
  const option = (condition: string, { flag, summary, value, choices }: CompletedOption): string => {
    const values = {
      choice: ` -x -a ${quoted(choices.join(" "))}`,
      folder: " -x -a '(__fish_complete_directories)'",
      file: " -r",
      text: " -x",
    };
    const takes = value === undefined ? "" : values[value];
    return `complete -c cmrt -n ${condition} -l ${flag.replace(/^--/, "")}${takes} -d ${quoted(summary)}`;
  };
  const lines = commands.flatMap(({ name, summary, words, options }) => [
    `complete -c cmrt -n '__cmrt_is 1' -f -a ${name} -d ${quoted(summary)}`,
    ...(words.length > 0
      ? [`complete -c cmrt -n '__cmrt_is 2 ${name}' -f -a ${quoted(words.join(" "))}`]
      : []),
    ...options.map((each) => option(`'__cmrt_is 0 ${name}'`, each)),
  ]);
  return `# fish completion of cmrt. Use: cmrt completion fish | source
# Whether the cursor stands behind so many words (0: any number), the second of them this command.
function __cmrt_is
  set -l words (commandline -opc)
  test $argv[1] -eq 0 -o (count $words) -eq $argv[1]; or return 1
  test (count $argv) -eq 1; or test "$words[2]" = $argv[2]
end
${[...lines, option("'__cmrt_is 1'", HELP), option("'__cmrt_is 1'", VERSION)].join("\n")}
`;
}
