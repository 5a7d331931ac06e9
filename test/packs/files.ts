import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder with these files in it. */
export function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'packs-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** A file of its own with this text. */
export function fileWith(text: string, name = 'mine.yaml'): string {
  return join(folderWith({ [name]: text }), name);
}

/** A pack that lint has nothing to say about, as long as the grader finds its key points. */
export const SOUND = `# my pack
id: mine
domain: caching
title: Mine
questions:
  # --- basics ---
  - id: mine-cache
    text: Why would you put a cache in front of a slow service?
    type: technical
    difficulty: easy
    reference: >-
      A cache keeps answers close by, so that most requests never reach the slow service. It lowers latency
      and load. The price is that an answer may be stale until it expires.
    keyPoints:
      - id: latency
        text: It lowers latency
      - id: load
        text: Most requests never reach the slow service
      - id: stale # the price
        text: An answer may be stale until it expires
    followUps:
      - keyPoint: stale
        text: What does it cost you?
      - keyPoint: load
        text: What does the service behind it notice?
    hints: [Think of repeated requests., What happens when the data change?]
    gold:
      - { band: 4, answer: "A cache keeps answers close by, so most requests never reach the slow service. Latency and load go down, but an answer may be stale until it expires." }
      - { band: 2, answer: It lowers latency. }
      - { band: 1, answer: No idea. }
  - id: mine-eviction # the second
    text: How would you choose what a full cache throws away first?
    type: technical
    difficulty: medium
    reference: Evict what was not used for the longest time, as an LRU policy does. LFU counts how often an entry was used. Measure the hit rate to choose.
    keyPoints:
      - { id: lru, text: Evict what was not used for the longest time }
      - { id: lfu, text: LFU counts how often an entry was used }
      - { id: measure, text: Measure the hit rate to choose }
    followUps:
      - { keyPoint: lru, text: Which policy do you know? }
      - { keyPoint: measure, text: How do you know that it works? }
    hints: [Recent or frequent?, Think of LRU and LFU.]
    gold:
      - { band: 4, answer: "Throw out what was not used for the longest time, LRU. LFU counts how often an entry was used. I would measure the hit rate to choose." }
      - { band: 2, answer: The entry that was not used for the longest time. }
      - { band: 1, answer: Random I guess. }

# the end
`;
