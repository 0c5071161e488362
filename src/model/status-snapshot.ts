// The last output of `cmrt status`, stored to determine what has changed since.
import { z } from "zod";

export const statusSnapshotSchema = z.object({
  /** The day of the run, ISO. */
  today: z.string(),
  /** Figures by name. */
  figures: z.record(z.string(), z.number()),
  /** Name and state of suppliers, by key. */
  suppliers: z.record(z.string(), z.object({ name: z.string(), state: z.string() })),
  /** By metal: the outcome indicated, and a person's determination. */
  outcomes: z.record(z.string(), z.object({ outcome: z.string(), decision: z.string().nullable() })),
  /** Names of the lists in use. */
  lists: z.array(z.string()),
});
export type StatusSnapshot = z.infer<typeof statusSnapshotSchema>;

/** The snapshots of a workspace: one per family and period. */
export const statusFileSchema = z.object({
  schema: z.literal(1),
  snapshots: z.record(z.string(), statusSnapshotSchema),
});
