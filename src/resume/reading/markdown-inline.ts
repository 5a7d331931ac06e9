import { decodeEntities } from './markup.ts';

/** One row of Markdown without its signs; a link becomes its text and its target. */
export function plainMarkdown(row: string, references: Map<string, string>): string {
  const held: string[] = [];
  // Escaped signs and code are set aside, so that nothing in them is taken for Markdown.
  const hold = (text: string) => `\uFDD0${held.push(text) - 1}\uFDD1`;
  const text = row
    .replace(/\uFDD0|\uFDD1/g, '')
    .replace(/(`+)(.+?)\1/g, (_, __, code: string) => hold(code.trim()))
    .replace(/\\([!-/:-@[-`{-~])/g, (_, sign: string) => hold(sign))
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, '')
    .replace(/\[([^\]]+)\]\(\s*<?([^\s)>]*)>?(?:\s+["'][^)]*)?\)/g, (_, label: string, target: string) => hold(withTarget(plainMarkdown(label, references), target)))
    .replace(/\[([^\]]+)\]\[([^\]]*)\]/g, (whole, label: string, name: string) => {
      const target = references.get((name || label).toLowerCase());
      return target === undefined ? whole : hold(withTarget(label, target));
    })
    .replace(/<((?:https?:\/\/|mailto:)[^>\s]+|[\w.+-]+@[\w.-]+)>/g, (_, target: string) => hold(target.replace(/^mailto:/, '')))
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\w*])(\*|_)(?=\S)(.+?)(?<=\S)\1(?![\w*])/g, '$2')
    .replace(/~~(?=\S)(.+?)~~/g, '$1');
  return restore(decodeEntities(text), held).replace(/[ \t]+$/, '');
}

/** Held text may hold more of it: a link whose label is code. */
function restore(text: string, held: string[]): string {
  return text.replace(/\uFDD0(\d+)\uFDD1/g, (_, index: string) => restore(held[Number(index)] ?? '', []));
}

/** An e-mail or address that is its own label is not said twice. */
function withTarget(label: string, target: string): string {
  const bare = target.replace(/^(?:mailto:|https?:\/\/(?:www\.)?)/i, '').replace(/\/$/, '');
  if (target === '' || target.startsWith('#') || label.toLowerCase().includes(bare.toLowerCase())) return label;
  return label === '' ? bare : `${label} (${target.replace(/^mailto:/i, '')})`;
}
