/** CRC-32 as zip files use it, for the reversed polynomial 0xEDB88320. */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** A zip archive of the given parts, uncompressed: what a parser sees in it is exactly what was checked. */
export function writeStoredZip(parts: Map<string, Buffer>): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of parts) {
    const nameBytes = Buffer.from(name, 'utf8');
    const common = commonHeader(content, nameBytes.length);
    const local = Buffer.concat([signature(0x04034b50), common, nameBytes, content]);
    directory.push(Buffer.concat([signature(0x02014b50), uint16(20), common, Buffer.alloc(10), uint32(offset), nameBytes]));
    files.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = [signature(0x06054b50), uint16(0), uint16(0), uint16(parts.size), uint16(parts.size), uint32(list.length), uint32(offset), uint16(0)];
  return Buffer.concat([...files, list, ...end]);
}

/** Version, flags (UTF-8 names), method 0, no time, checksum, both sizes, length of name and of extra. */
function commonHeader(content: Buffer, nameLength: number): Buffer {
  return Buffer.concat([
    uint16(20),
    uint16(0x0800),
    uint16(0),
    uint32(0),
    uint32(crc32(content)),
    uint32(content.length),
    uint32(content.length),
    uint16(nameLength),
    uint16(0),
  ]);
}

const signature = uint32;

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
