import { useEffect, useState } from "preact/hooks";
import { openTable } from "./page-store.ts";
import type { ClientTable } from "./unpack-table.ts";

/** The table; undefined until it is unpacked. Throws while rendering if the page does not have it. */
export function useTable(file: string): ClientTable | undefined {
  const [state, setState] = useState<{ file: string; table?: ClientTable; error?: unknown }>({ file });
  useEffect(() => {
    let wanted = true;
    openTable(file).then(
      (table) => wanted && setState({ file, table }),
      (error: unknown) => wanted && setState({ file, error }),
    );
    return () => {
      wanted = false;
    };
  }, [file]);
  if (state.file !== file) return undefined;
  if (state.error !== undefined) throw state.error;
  return state.table;
}
