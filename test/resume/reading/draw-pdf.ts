/**
 * A PDF with text at given places. A drawing is `x y [marks] text`, or
 * `box x y width height grey`. Marks: `b` bold, `r` running up the page, `z1`
 * size in points, `c1` grey from 0 to 1, `m3` text mode, `s3` space between letters.
 */
export function drawPdf(pages: string[][]): Uint8Array {
  const numbers = pages.map((_, index) => 5 + index * 2);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${numbers.map((number) => `${number} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((drawings, index) => {
      const content = drawings.map(operators).join('\n');
      const resources = '<< /Font << /F1 3 0 R /F2 4 0 R >> >>';
      return [`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources ${resources} /Contents ${6 + index * 2} 0 R >>`, `<< /Length ${content.length} >>\nstream\n${content}\nendstream`];
    }),
  ];
  return new TextEncoder().encode(fileOf(objects));
}

function fileOf(objects: string[]): string {
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
}

function operators(drawing: string): string {
  const box = /^box (\S+) (\S+) (\S+) (\S+) (\S+)$/.exec(drawing);
  if (box) return `${box[5]} g ${box[1]} ${box[2]} ${box[3]} ${box[4]} re f 0 g`;
  const [, x = '', y = '', marks = '', text = ''] = /^(\S+) (\S+) ((?:(?:b|r|[zcms][\d.]+) )*)(.*)$/.exec(drawing) ?? [];
  const mark = (name: string) => new RegExp(`\\b${name}([\\d.]*)\\b`).exec(marks)?.[1];
  const matrix = mark('r') === undefined ? `1 0 0 1 ${x} ${y}` : `0 1 -1 0 ${x} ${y}`;
  const font = mark('b') === undefined ? 'F1' : 'F2';
  return `BT ${mark('c') ?? 0} g ${mark('m') ?? 0} Tr ${mark('s') ?? 0} Tc /${font} ${mark('z') ?? 10} Tf ${matrix} Tm (${text}) Tj 0 g 0 Tr ET`;
}
