// What is used of libarchive, compiled to WebAssembly: the package's own reader cannot tell the end of an archive from an
// error, and takes no limit.
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
    /** The compiled library, where it does not lie beside the module. */
    wasmBinary?: Uint8Array;
  }): Promise<Libarchive>;
}
