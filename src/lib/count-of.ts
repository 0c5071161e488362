/** "1 supplier", "7 suppliers", "no supplier". */
export function countOf(count: number, one: string, several = `${one}s`): string {
  return count === 0 ? `no ${one}` : count === 1 ? `1 ${one}` : `${count} ${several}`;
}
