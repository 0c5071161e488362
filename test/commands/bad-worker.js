// A worker that misbehaves as it is told.
export default function work({ what }) {
  if (what === "hang") for (;;);
  if (what === "eat") {
    const eaten = [];
    for (;;) eaten.push(new Array(100_000).fill({}).map((_, index) => ({ index })));
  }
  if (what === "exit") process.exit(3);
  if (what === "throw") throw new TypeError("x is undefined");
  return what;
}
