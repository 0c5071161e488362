declare module "postject" {
  /** Puts bytes into a copy of Node, in place. */
  export function inject(
    file: string,
    name: string,
    bytes: Buffer,
    options: { sentinelFuse: string; machoSegmentName?: string },
  ): Promise<void>;
}
