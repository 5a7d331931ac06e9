/** Where the cells of a CSV row begin in its text: at the quote of a quoted one, in which separators and line breaks are text. */
export function cellStarts(row: string, separator: string): number[] {
  const starts = [0];
  let quoted = false;
  for (let at = 0; at < row.length; at++) {
    const sign = row.charAt(at);
    // A doubled quote closes and opens again at once.
    if (sign === '"' && (quoted || at === starts.at(-1) || row.charAt(at - 1) === '"')) quoted = !quoted;
    else if (sign === separator && !quoted) starts.push(at + 1);
  }
  return starts;
}
