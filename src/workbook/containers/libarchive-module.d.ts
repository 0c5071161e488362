// The parts of libarchive's WebAssembly build that are used: the package's own reader cannot distinguish the end of an
// archive from an error, and has no limits.
declare module "libarchive.js/src/webworker/wasm-gen/libarchive.js" {
  export interface Libarchive {
    HEAPU8: Uint8Array;
    _malloc(bytes: number): number;
    _free(address: number): void;
    cwrap(
      name: string,
      answer: "number",
      arguments_: readonly ("number" | "string")[],
    ): (...values: unknown[]) => number;
    cwrap(
      name: string,
      answer: "string",
      arguments_: readonly ("number" | "string")[],
    ): (...values: unknown[]) => string;
  }
  export default function load(options: {
    print(): void;
    printErr(): void;
    /** The compiled library, if its file is not beside the module. */
    wasmBinary?: Uint8Array;
  }): Promise<Libarchive>;
}
