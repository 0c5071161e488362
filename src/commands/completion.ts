// `cmrt completion <shell>`: a script that lets a shell complete commands and options.
import type { Command, Option } from "commander";

export type Shell = "bash" | "zsh" | "fish";

/** The completion script of a shell for the commands of `program`. Words that are no command or option are files. */
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

interface CompletedCommand {
  name: string;
  summary: string;
  /** Subcommands, and the values of arguments that have few. */
  words: string[];
  options: { flag: string; summary: string; takesValue: boolean; choices: readonly string[] }[];
}

function optionsOf(command: Command): CompletedCommand["options"] {
  const own = [command, ...command.commands].flatMap((one) => one.options as Option[]);
  const byFlag = new Map(own.map((option) => [option.long ?? option.short ?? "", option]));
  return [...byFlag]
    .map(([flag, option]) => ({
      flag,
      summary: option.description,
      takesValue: option.required || option.optional,
      choices: option.argChoices ?? [],
    }))
    .concat({ flag: "--help", summary: "show the help of the command", takesValue: false, choices: [] });
}

function bash(commands: readonly CompletedCommand[]): string {
  const words = (command: CompletedCommand): string =>
    [...command.words, ...command.options.map(({ flag }) => flag)].join(" ");
  const values = commands.flatMap(({ name, options }) =>
    options
      .filter(({ choices }) => choices.length > 0)
      .map(({ flag, choices }) => `    ${name}:${flag}) words="${choices.join(" ")}" ;;`),
  );
  return `# bash completion of cmrt. Use: eval "$(cmrt completion bash)"
_cmrt() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(" ")} --help --version" -- "$current"))
    return
  fi
  case "$command:$previous" in
${values.length > 0 ? values.join("\n") : "    :) ;;"}
  esac
  if [ -z "$words" ]; then
    case "$command" in
${commands.map((command) => `      ${command.name}) words="${words(command)}" ;;`).join("\n")}
    esac
    case "$current" in
      -*) ;;
      *) COMPREPLY=($(compgen -W "$words" -- "$current") $(compgen -f -- "$current")); return ;;
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o filenames -F _cmrt cmrt
`;
}

function zsh(commands: readonly CompletedCommand[]): string {
  const quoted = (text: string): string => text.replaceAll("'", "'\\''").replace(/[[\]:]/g, "\\$&");
  const option = ({ flag, summary, takesValue, choices }: CompletedCommand["options"][number]): string => {
    const value = choices.length > 0 ? `:value:(${choices.join(" ")})` : takesValue ? ":value:_files" : "";
    return `'*${flag}[${quoted(summary)}]${value}'`;
  };
  return `#compdef cmrt
# zsh completion of cmrt. Use: cmrt completion zsh > "\${fpath[1]}/_cmrt"
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
${commands
  .map(
    (command) =>
      `    ${command.name})\n      _arguments ${command.options.map(option).join(" ")} '*:file:_files' ;;`,
  )
  .join("\n")}
  esac
}
compdef _cmrt cmrt
`;
}

function fish(commands: readonly CompletedCommand[]): string {
  const quoted = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
  const lines = commands.flatMap(({ name, summary, words, options }) => [
    `complete -c cmrt -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}`,
    ...(words.length > 0
      ? [`complete -c cmrt -n '__fish_seen_subcommand_from ${name}' -f -a ${quoted(words.join(" "))}`]
      : []),
    ...options.map(({ flag, summary: does, takesValue, choices }) => {
      const value = choices.length > 0 ? ` -x -a ${quoted(choices.join(" "))}` : takesValue ? " -r" : "";
      return `complete -c cmrt -n '__fish_seen_subcommand_from ${name}' -l ${flag.replace(/^--/, "")}${value} -d ${quoted(does)}`;
    }),
  ]);
  return `# fish completion of cmrt. Use: cmrt completion fish | source\n${lines.join("\n")}\n`;
}
