// Shows and selects the template, if a review covers several.
import type { OfTemplate } from "../../../model/review.ts";

/** The abbreviation of the template, shown after what belongs to it. */
export function Template({ id }: { id: string }) {
  return (
    <>
      {" "}
      <small class="about">{id}</small>
    </>
  );
}

/** A choice of one template among several; empty if there is only one. */
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

/** Entries of the selected template; all if none is selected. */
export function ofTemplate<Line extends OfTemplate>(
  lines: readonly Line[],
  template: string,
): readonly Line[] {
  return template === "" ? lines : lines.filter((line) => line.template === template);
}
