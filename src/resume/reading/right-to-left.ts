const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\uFB1D-\uFDFF\uFE70-\uFEFC]/u;
const LEFT_TO_RIGHT = /[\p{L}\p{Nd}]/u;
const MIRRORED: Record<string, string> = { '(': ')', ')': '(', '[': ']', ']': '[', '{': '}', '}': '{', '<': '>', '>': '<', '«': '»', '»': '«' };

/**
 * Letters as they stand from left to right on the page, in the order in which
 * they are read. Right-to-left text is turned; numbers and Latin words inside
 * it keep their own order (the inverse of rule L2 of the Unicode bidirectional
 * algorithm for one level of embedding).
 * `leftwardPage` says that paragraphs run from right to left, which decides for
 * lines of figures and for mixed ones.
 */
export function toLogicalOrder(visual: string[], leftwardPage = false): string {
  if (leftwardPage && visual.some((letter) => /\p{Nd}/u.test(letter)) && !visual.some((letter) => /\p{L}/u.test(letter))) return turnLine(visual);
  if (!visual.some((letter) => RIGHT_TO_LEFT.test(letter))) return visual.join('');
  const directions = visual.map(directionOf);
  const rightward = visual.filter((letter, index) => directions[index] === 'left-to-right' && /\p{L}/u.test(letter)).length;
  const leftward = directions.filter((direction) => direction === 'right-to-left').length;
  return leftwardPage || leftward >= rightward ? turnLine(visual) : turnRuns(visual, directions);
}

type Direction = 'right-to-left' | 'left-to-right' | 'neutral';

function directionOf(letter: string): Direction {
  if (RIGHT_TO_LEFT.test(letter)) return 'right-to-left';
  return LEFT_TO_RIGHT.test(letter) ? 'left-to-right' : 'neutral';
}

/** A line of right-to-left text: everything is turned, then what reads to the right is turned back. */
function turnLine(visual: string[]): string {
  const turned = [...visual].reverse();
  const out: string[] = [];
  let run: string[] = [];
  const flush = () => {
    // Signs at the end of a run belong to the line around it.
    const tail = run.length - 1 - run.findLastIndex((letter) => directionOf(letter) === 'left-to-right');
    const neutrals = run.splice(run.length - tail, tail);
    out.push(...turnBack(run), ...neutrals.map(mirror));
    run = [];
  };
  for (const letter of turned) {
    const direction = directionOf(letter);
    if (direction === 'left-to-right' || (direction === 'neutral' && run.length > 0)) run.push(letter);
    else {
      flush();
      out.push(mirror(letter));
    }
  }
  flush();
  return out.join('');
}

/** Words keep their order; figures parted by spaces follow the line: "2015 - 2024" stands on paper as "2024 - 2015". */
function turnBack(run: string[]): string[] {
  if (run.some((letter) => /\p{L}/u.test(letter))) return [...run].reverse();
  const out: string[] = [];
  let figures: string[] = [];
  for (const letter of [...run, ' ']) {
    if (letter.trim() !== '') figures.unshift(letter);
    else {
      out.push(...figures, letter);
      figures = [];
    }
  }
  return out.slice(0, -1);
}

/** A line of left-to-right text: only the runs of right-to-left letters are turned. */
function turnRuns(visual: string[], directions: Direction[]): string {
  const out: string[] = [];
  for (let at = 0; at < visual.length; ) {
    if (directions[at] !== 'right-to-left') {
      out.push(visual[at++] ?? '');
      continue;
    }
    let end = at;
    for (let next = at; next < visual.length && directions[next] !== 'left-to-right'; next++) if (directions[next] === 'right-to-left') end = next;
    out.push(...visual.slice(at, end + 1).reverse().map(mirror));
    at = end + 1;
  }
  return out.join('');
}

function mirror(letter: string): string {
  return MIRRORED[letter] ?? letter;
}

/** Whether most letters of a text are written from right to left. */
export function isRightToLeft(text: string): boolean {
  const letters = [...text].filter((letter) => directionOf(letter) !== 'neutral');
  return letters.filter((letter) => RIGHT_TO_LEFT.test(letter)).length > letters.length / 2;
}
