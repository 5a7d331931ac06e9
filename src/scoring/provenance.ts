import { createHash } from 'node:crypto';
import { packageVersion } from '../package-root.ts';
import type { GradedBy } from '../schemas/evaluation.ts';
import type { FactsList } from './case-facts.ts';
import type { Provenance } from './result.ts';

/** The graders of a run by their names, the second one where there is one. */
export interface GraderNames {
  name: string;
  second?: string;
}

/** Who graded the run. The pack hash is that of the one pack, or of all packs' hashes together; null without packs. */
export function provenanceOf({ name, second }: GraderNames, { cached: _, ...gradedBy }: GradedBy, facts: FactsList): Provenance {
  const hashes = new Set<string>();
  // Undefined where the offline grader worked alone.
  let cached: number | undefined;
  for (const { packHash, beside } of facts) {
    if (packHash !== null) hashes.add(packHash);
    if (beside) cached = (cached ?? 0) + beside.cached;
  }
  const packs = [...hashes].sort();
  const together = () => createHash('sha256').update(packs.join('\n')).digest('hex');
  return {
    ...gradedBy,
    packHash: packs.length > 1 ? together() : (packs[0] ?? null),
    hotseat: packageVersion(),
    grader: name,
    ...(second === undefined ? {} : { secondGrader: second }),
    ...(cached === undefined ? {} : { cached }),
  };
}
