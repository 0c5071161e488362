// Of which template something is, where a review is about several.
import type { OfTemplate } from "../../../model/review.ts";

/** The abbreviation of the template, after what is of it. */
export function Template({ id }: { id: string }) {
  return (
    <>
      {" "}
      <small class="about">{id}</small>
    </>
  );
}

/** A choice of one template among several; nothing where there is one alone. */
export function TemplateChoice({
  templates,
  template,
  onChoose,
}: {
  templates: readonly string[];
  template: string;
  onChoose(template: string): void;
}) {
  if (templates.length === 0) return null;
  return (
    <p class="tools">
      <label>
        Template{" "}
        <select value={template} onChange={(event) => onChoose(event.currentTarget.value)}>
          <option value="">all ({templates.join(", ")})</option>
          {templates.map((id) => (
            <option key={id} value={id}>
              {id}
            </option>
          ))}
        </select>
      </label>
    </p>
  );
}

/** Those of the chosen template; all where none is chosen. */
export function ofTemplate<Line extends OfTemplate>(
  lines: readonly Line[],
  template: string,
): readonly Line[] {
  return template === "" ? lines : lines.filter((line) => line.template === template);
}
