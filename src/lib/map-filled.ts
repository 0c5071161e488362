/** `Array.map` over a list with at least one item, so that the result is known to have one too. */
export function mapFilled<Item, Result>(
  [first, ...others]: readonly [Item, ...Item[]],
  of: (item: Item) => Result,
): [Result, ...Result[]] {
  return [of(first), ...others.map(of)];
}
