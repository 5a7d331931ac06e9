import { skipThinking } from './thinking.ts';

/**
 * Reads the value of one text field of a JSON object while the object is still
 * coming. Takes the next piece of the reply, and gives the value so far; empty
 * until it begins. The field may stand anywhere in the object, and the object
 * between words or in a code fence.
 */
export function fieldReader(field: string): (piece: string) => string {
  const hear = skipThinking();
  let depth = 0;
  let text: JsonText | null = null;
  let key = '';
  let isValue = false;
  let value: JsonText | null = null;

  const readText = (reading: JsonText, sign: string): void => {
    if (reading.take(sign)) return;
    text = null;
    if (depth === 1 && !isValue) key = reading.text;
  };
  const open = (): void => {
    text = createJsonText();
    if (depth === 1 && isValue && key === field) value ??= text;
  };
  const readSign = (sign: string): void => {
    if (sign === '{' || (sign === '[' && depth > 0)) depth += 1;
    else if ((sign === '}' || sign === ']') && depth > 0) depth -= 1;
    else if (sign === '"' && depth > 0) open();
    // A new object, or the next pair of this one.
    if (depth === 1 && '{,:'.includes(sign)) isValue = sign === ':';
  };

  return (piece) => {
    for (const sign of hear(piece)) {
      if (text) readText(text, sign);
      else readSign(sign);
    }
    return value ? withoutHalfLetter(value.text) : '';
  };
}

interface JsonText {
  readonly text: string;
  /** False for the quote that ends the text. */
  take(sign: string): boolean;
}

function createJsonText(): JsonText {
  let text = '';
  let escape = '';
  return {
    get text() {
      return text;
    },
    take(sign) {
      if (escape === '' && sign === '"') return false;
      if (escape === '' && sign !== '\\') text += sign;
      else escape += sign;
      if (escape.length === (escape.startsWith('\\u') ? 6 : 2)) {
        text += unescaped(escape);
        escape = '';
      }
      return true;
    },
  };
}

/** What is no escape of JSON says nothing; the whole reply will be refused for it. */
function unescaped(escape: string): string {
  try {
    return JSON.parse(`"${escape}"`) as string;
  } catch {
    return '';
  }
}

/** Letters beyond the first plane come as two escapes: the first alone is none. */
function withoutHalfLetter(text: string): string {
  return text.replace(/[\uD800-\uDBFF]$/, '');
}
