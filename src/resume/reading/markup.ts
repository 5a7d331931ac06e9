/** A piece of HTML or XML: a tag or the text between two tags, with entities opened. */
export type Markup =
  | { kind: 'open'; name: string; attributes: Record<string, string>; start: number; end: number }
  | { kind: 'close'; name: string; start: number; end: number }
  | { kind: 'text'; text: string; start: number; end: number };

const TOKEN = /<!--[^]*?(?:-->|$)|<!\[CDATA\[([^]*?)(?:\]\]>|$)|<[!?][^>]*>|<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[^\s=>/"']+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]*))?)*)\s*(\/?)>|([^<]+|<)/g;

/**
 * Walks markup from start to end, tolerantly: nothing is loaded, no entity of
 * the document's own is opened, and a stray sign is text. A self-closing tag
 * opens and closes.
 */
export function* walkMarkup(source: string): Generator<Markup> {
  for (const match of source.matchAll(TOKEN)) {
    const [whole, cdata, slash, name, attributes = '', selfClosing, text] = match;
    const start = match.index;
    const end = start + whole.length;
    if (cdata !== undefined) yield { kind: 'text', text: cdata, start, end };
    else if (text !== undefined) yield { kind: 'text', text: decodeEntities(text), start, end };
    else if (name !== undefined && slash) yield { kind: 'close', name, start, end };
    else if (name !== undefined) {
      yield { kind: 'open', name, attributes: readAttributes(attributes), start, end };
      if (selfClosing) yield { kind: 'close', name, start: end, end };
    }
  }
}

function readAttributes(source: string): Record<string, string> {
  const pairs = source.matchAll(/([^\s=>/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]*)))?/g);
  return Object.fromEntries([...pairs].map(([, name = '', double, single, bare]) => [name, decodeEntities(double ?? single ?? bare ?? '')]));
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', bull: '•', middot: '·', copy: '©', hellip: '…', rsquo: '’', lsquo: '‘', ldquo: '“', rdquo: '”' };

/** The predefined entities and numbers; what a document declares itself stays as it is written. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,8}));/gi, (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
    const point = hex !== undefined ? parseInt(hex, 16) : Number(decimal);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });
}
