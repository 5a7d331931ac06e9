import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { ReadingFailure } from './reading-failure.ts';

/** A resume's text is a few hundred kilobytes of XML; the parser needs about thirty times the size of a part. */
const MAX_PART_BYTES = 8e6;
const MAX_TOTAL_BYTES = 16e6;
const MAX_ENTRIES = 4000;

/** What Word text is made of. Pictures, fonts, macros and embedded files are left in the archive. */
const WANTED = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/(?:core|app)\.xml|word\/(?:_rels\/[\w.-]+\.rels|(?:document|styles|numbering|footnotes|endnotes|header|footer)\w*\.xml))$/i;

/**
 * The text parts of a Word file by name, each inflated with a cap on its real
 * size. The archive's list is read first, so that a bomb is refused before it
 * inflates. Rejects with `ReadingFailure`.
 */
export async function readDocxParts(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const archive = await openArchive(bytes);
  const entries = await listEntries(archive);
  const wanted = checkEntries(entries);
  const parts = new Map<string, Buffer>();
  for (const entry of wanted) parts.set(entry.fileName, await inflate(archive, entry));
  return parts;
}

function openArchive(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return new Promise((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true, autoClose: false, strictFileNames: false }, (error, archive) => {
      if (error) reject(new ReadingFailure('file-damaged'));
      else resolve(archive);
    });
  });
}

function listEntries(archive: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    archive.on('entry', (entry: Entry) => {
      entries.push(entry);
      if (entries.length > MAX_ENTRIES) reject(new ReadingFailure('file-bomb'));
      else archive.readEntry();
    });
    archive.on('end', () => resolve(entries));
    archive.on('error', (error: Error) => reject(new ReadingFailure(/relative path|absolute path|invalid characters/.test(error.message) ? 'file-unsafe-archive' : 'file-damaged')));
    archive.readEntry();
  });
}

function checkEntries(entries: Entry[]): Entry[] {
  const names = new Set(entries.map(({ fileName }) => fileName));
  if (names.size < entries.length) throw new ReadingFailure('file-unsafe-archive');
  if (!names.has('[Content_Types].xml') || ![...names].some((name) => name.startsWith('word/'))) {
    throw new ReadingFailure('file-not-a-resume-format', otherArchive(names));
  }
  const wanted = entries.filter(({ fileName }) => WANTED.test(fileName));
  if (wanted.some((entry) => entry.isEncrypted())) throw new ReadingFailure('file-encrypted');
  const total = wanted.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (total > MAX_TOTAL_BYTES || wanted.some(({ uncompressedSize }) => uncompressedSize > MAX_PART_BYTES)) {
    throw new ReadingFailure('file-bomb');
  }
  return wanted;
}

function otherArchive(names: Set<string>): string {
  const has = (prefix: string) => [...names].some((name) => name.startsWith(prefix));
  if (has('xl/')) return 'is an Excel workbook';
  if (has('ppt/')) return 'is a PowerPoint presentation';
  if (has('META-INF/') && names.has('content.xml')) return 'is an OpenDocument file';
  if (has('Index/') || names.has('Index.zip')) return 'is a Pages document';
  return 'is an archive without a Word document in it';
}

/** The archive may lie about sizes: what really comes out is counted, and cut at the cap. */
async function inflate(archive: ZipFile, entry: Entry): Promise<Buffer> {
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    archive.openReadStream(entry, (error, opened) => {
      if (error) reject(new ReadingFailure('file-damaged'));
      else resolve(opened);
    });
  });
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > MAX_PART_BYTES) throw new ReadingFailure('file-bomb');
      pieces.push(piece);
    }
  } catch (error) {
    // More bytes than the list says is how a bomb hides.
    const isLie = error instanceof Error && /too many bytes/.test(error.message);
    throw error instanceof ReadingFailure ? error : new ReadingFailure(isLie ? 'file-bomb' : 'file-damaged');
  }
  return Buffer.concat(pieces);
}
