import { describe } from 'vitest';
import { createMemoryIndex } from '../../src/vectors/memory.ts';
import { testVectorIndex } from './contract.ts';

describe('the index in memory', () => {
  testVectorIndex(createMemoryIndex);
});
