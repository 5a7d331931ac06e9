/** The path is [0 x y] move, [1 x y] line, [4] close: a rectangle has two values of x and two of y. */
export function isRectangle(data: unknown): boolean {
  const path = Array.isArray(data) ? (data as unknown[])[0] : data;
  const numbers = path !== null && typeof path === 'object' ? Array.from(path as ArrayLike<number>) : [];
  if (numbers.length < 12 || numbers.length > 17) return false;
  const xs = new Set<number>();
  const ys = new Set<number>();
  for (let at = 0; at < numbers.length; ) {
    const kind = numbers[at];
    if (kind !== 0 && kind !== 1) return at === numbers.length - 1 && xs.size === 2 && ys.size === 2;
    xs.add(numbers[at + 1] ?? 0);
    ys.add(numbers[at + 2] ?? 0);
    at += 3;
  }
  return xs.size === 2 && ys.size === 2;
}

