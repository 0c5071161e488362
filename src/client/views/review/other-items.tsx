// Items of the other queues: findings, identities, files, outcomes.
import { useState } from "preact/hooks";
import type { QueuePage } from "../../../model/review.ts";
import type { QueueItemProps } from "./queue-view.tsx";

/** A field for the reason, which is required, and the button that accepts. */
function Reason({ label, busy, onGive }: { label: string; busy: boolean; onGive(reason: string): void }) {
  const [reason, setReason] = useState("");
  return (
    <form
      class="tools"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== "" && !busy) onGive(reason.trim());
      }}
    >
      <label class="long">
        Reason{" "}
        <input
          required
          value={reason}
          maxLength={2000}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </label>
      <button type="submit" disabled={busy}>
        {label}
      </button>
    </form>
  );
}

function Place({
  file,
  response,
  cell,
}: {
  file: string | null;
  response: string | null;
  cell: string | null;
}) {
  return (
    <>
      {file === null ? null : response === null ? file : <a href={`#response/${response}`}>{file}</a>}{" "}
      {cell === null ? null : <span class="cell">{cell}</span>}
    </>
  );
}

export function FindingItem({ item, busy, decide }: QueueItemProps<"findings">) {
  return (
    <>
      <p>
        <strong class="severity">{item.severity}</strong> {item.supplier} · rule {item.rule}
        {item.sign === null ? "" : ` · warning sign: ${item.sign}`}
      </p>
      <ul class="findings">
        {item.places.map((place) => (
          <li key={`${place.file} ${place.message}`} class={`finding ${item.severity}`}>
            <p>{place.message}</p>
            <p class="where">
              <Place {...place} cell={item.cell} />
            </p>
          </li>
        ))}
      </ul>
      <p>{item.why}</p>
      {item.ask === "" ? null : <p class="ask">To ask: {item.ask}</p>}
      <p class="about">
        Accept what may stand as it is, with the reason, and skip what the supplier is to put right: its
        letter asks for that.
      </p>
      {item.places.length > 1 && (
        <p>
          One line of the file accepts all {item.places.length}: they are of one rule, one supplier and one
          cell.
        </p>
      )}
      <Reason
        label={item.places.length > 1 ? `Accept all ${item.places.length}` : "Accept"}
        busy={busy}
        onGive={(reason) => decide("finding", { key: item.key, reason })}
      />
    </>
  );
}

/** A choice of one rule among those with open findings. */
export function RuleChoice({
  page,
  rule,
  onChoose,
}: {
  page: QueuePage<"findings">;
  rule: string;
  onChoose(rule: string): void;
}) {
  const all = (page.rules ?? []).reduce((sum, one) => sum + one.open, 0);
  return (
    <p class="tools">
      <label class="long">
        Rule{" "}
        <select value={rule} onChange={(event) => onChoose(event.currentTarget.value)}>
          <option value="">all ({all})</option>
          {(page.rules ?? []).map((one) => (
            <option key={one.rule} value={one.rule}>
              {one.rule} ({one.open})
            </option>
          ))}
        </select>
      </label>
    </p>
  );
}

export function IdentityItem({ item, busy, decide }: QueueItemProps<"identities">) {
  return (
    <>
      <p>{item.message}</p>
      <p class="where">
        <Place {...item} />
      </p>
      <p>If you confirm it: {item.follows} If it is another company, skip it and ask the supplier.</p>
      <Reason
        label="It is the supplier"
        busy={busy}
        onGive={(reason) => decide("identity", { key: item.key, reason })}
      />
    </>
  );
}

export function FileItem({ item, page, busy, decide }: QueueItemProps<"files">) {
  const [supplier, setSupplier] = useState(item.likely[0]?.key ?? "");
  const { suppliers } = page;
  const likely = new Set(item.likely.map(({ key }) => key));
  const others = (suppliers ?? []).filter(({ key }) => !likely.has(key));
  return (
    <>
      <p>{item.why}</p>
      {item.response === null ? null : (
        <p>
          <a href={`#response/${item.response}`}>What the response says</a>
        </p>
      )}
      {suppliers == null ? (
        <p>
          The roster is not a table that lines can be added to here. Enter the file’s path with its supplier
          by hand.
        </p>
      ) : (
        <form
          class="tools"
          onSubmit={(event) => {
            event.preventDefault();
            if (supplier !== "" && !busy) decide("file", { key: item.key, supplier });
          }}
        >
          <label class="long">
            Supplier{" "}
            <select required value={supplier} onChange={(event) => setSupplier(event.currentTarget.value)}>
              <option value="">choose one</option>
              {item.likely.length > 0 && (
                <optgroup label="Likely">
                  {item.likely.map(({ key, name }) => (
                    <option key={key} value={key}>
                      {name}
                    </option>
                  ))}
                </optgroup>
              )}
              <optgroup label="All others">
                {others.map(({ key, name }) => (
                  <option key={key} value={key}>
                    {name}
                  </option>
                ))}
              </optgroup>
            </select>
          </label>
          <button type="submit" disabled={busy}>
            It is theirs
          </button>
        </form>
      )}
    </>
  );
}

export function OutcomeItem({ item, busy, decide }: QueueItemProps<"outcomes">) {
  const [determination, setDetermination] = useState("");
  return (
    <>
      <p>
        The responses indicate: <strong>{item.proposed}</strong>. You decide; nothing here is legal advice.
      </p>
      <ul>
        {item.why.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {item.signs.length > 0 && (
        <>
          <h4>Warning signs</h4>
          <ul>
            {item.signs.map(({ title, open, accepted }) => (
              <li key={title}>
                {title}: {open} open{accepted > 0 ? `, ${accepted} accepted` : ""}
              </li>
            ))}
          </ul>
        </>
      )}
      <div class="tools">
        <label class="long">
          Determination{" "}
          <input
            required
            list="outcome-words"
            value={determination}
            maxLength={2000}
            onInput={(event) => setDetermination(event.currentTarget.value)}
          />
        </label>
        <datalist id="outcome-words">
          {item.words.map((word) => (
            <option key={word} value={word} />
          ))}
        </datalist>
      </div>
      <Reason
        label="Decide"
        busy={busy || determination.trim() === ""}
        onGive={(reason) => decide("outcome", { key: item.key, determination: determination.trim(), reason })}
      />
    </>
  );
}
