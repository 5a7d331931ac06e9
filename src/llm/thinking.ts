const OPENING = '<think>';
const CLOSING = /<\/think>\s*/iu;

/** A reply without what its model thought aloud before it. */
export function withoutThinking(reply: string): string {
  return reply.replace(/^\s*<think>[\s\S]*?<\/think>\s*/iu, '');
}

/** The same for a reply that comes in pieces: what may be thinking is held back until it is over. */
export function skipThinking(): (piece: string) => string {
  let held: string | null = '';
  return (piece) => {
    if (held === null) return piece;
    const text = held + piece;
    const beginning = text.trimStart().slice(0, OPENING.length).toLowerCase();
    const end = CLOSING.exec(text);
    const isOver = !OPENING.startsWith(beginning) || end !== null;
    held = isOver ? null : text;
    if (!isOver) return '';
    return OPENING.startsWith(beginning) && end ? text.slice(end.index + end[0].length) : text;
  };
}
