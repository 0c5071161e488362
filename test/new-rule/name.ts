// Where a new rule may go, and how it may be named.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { RULES } from "../../src/rules/index.ts";

const ROOT = join(import.meta.dirname, "..", "..");

/** The folders of src/rules with the rules of a topic. */
export function topics(): string[] {
  return readdirSync(join(ROOT, "src", "rules")).filter((name) =>
    existsSync(join(ROOT, "test", "rules", "cases", `${name}.ts`)),
  );
}

/** What is wrong with "<topic>/<id>"; undefined if a rule can be created under that name. */
export function faultOf(name: string): string | undefined {
  const [topic = "", id = "", ...rest] = name.split("/");
  if (topic === "" || id === "" || rest.length > 0) return "Name the topic and the id of the rule.";
  if (!topics().includes(topic)) return `There is no topic ${topic}.`;
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return `${id} is not kebab-case.`;
  if (RULES.some((rule) => rule.id === id)) return `There is a rule ${id}.`;
  if (existsSync(join(ROOT, "src", "rules", topic, `${id}.ts`)))
    return `There is a file src/rules/${topic}/${id}.ts.`;
  return undefined;
}
