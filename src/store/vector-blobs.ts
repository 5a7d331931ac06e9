import { StorageError } from '../errors.ts';
import { DIMENSIONS } from '../embeddings/embeddings.ts';

/** The bytes of a vector, as 32-bit numbers. */
export function toBlob(vector: Float32Array): Buffer {
  if (vector.length !== DIMENSIONS) throw new Error(`A vector of ${vector.length} numbers cannot be stored.`);
  return Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
}

/** The bytes of several vectors, one after the other. */
export function toBlobOfMany(vectors: Float32Array[]): Buffer {
  return Buffer.concat(vectors.map(toBlob));
}

/** Undefined where the bytes are not those of so many vectors. */
export function fromBlobOfMany(blob: Buffer, count: number): Float32Array[] | undefined {
  const size = DIMENSIONS * Float32Array.BYTES_PER_ELEMENT;
  if (blob.byteLength !== count * size) return undefined;
  return Array.from({ length: count }, (_, index) => fromBlob(blob.subarray(index * size, (index + 1) * size)));
}

export function fromBlob(blob: Buffer): Float32Array {
  if (blob.byteLength !== DIMENSIONS * Float32Array.BYTES_PER_ELEMENT) {
    throw new StorageError(
      'record-damaged',
      `A vector in the database has ${blob.byteLength} bytes.`,
      'Run `hotseat vectors rebuild`.',
    );
  }
  // Copied: the blob may lie at an offset where 32-bit numbers cannot be read.
  return new Float32Array(new Uint8Array(blob).buffer);
}
