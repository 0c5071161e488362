// Reads answers typed by a person, or piped in by a script, one line per question.
import { createInterface, type Interface } from "node:readline";

/**
 * Returns a function that prints a question on `output` and reads a line of `input`. A single reader serves all
 * questions, since a pipe delivers many lines at once. The answer is undefined at the end of input or after Ctrl-C.
 * Between questions the input is paused, so that it does not keep the process alive.
 */
export function readAnswers(
  input: NodeJS.ReadStream,
  output: NodeJS.WriteStream,
): (question: string) => Promise<string | undefined> {
  const lines: string[] = [];
  let reader: Interface | undefined;
  let ended = false;
  let answer: ((line: string | undefined) => void) | undefined;

  function open(): Interface {
    const opened = createInterface({ input, output, terminal: input.isTTY === true });
    opened.on("line", (line) => {
      if (answer) answer(line);
      else lines.push(line);
    });
    opened.on("SIGINT", () => opened.close());
    opened.on("close", () => {
      ended = true;
      answer?.(undefined);
    });
    return opened;
  }

  return (question) => {
    reader ??= open();
    reader.setPrompt(question);
    if (lines.length > 0 || ended) {
      output.write(question);
      return Promise.resolve(lines.shift());
    }
    reader.prompt();
    return new Promise((resolve) => {
      answer = (line) => {
        answer = undefined;
        // Newer versions of Node throw when pausing a closed reader.
        if (!ended) reader?.pause();
        resolve(line);
      };
      reader?.resume();
    });
  };
}
