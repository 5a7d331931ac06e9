import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftOf, EMPTY } from '../../../src/ui/editor/draft.ts';
import { lineWidth } from '../../../src/ui/lines.ts';
import { homeFrame } from '../../../src/ui/screens/home.tsx';
import { HOME, type HomeState } from '../../../src/ui/screens/home-state.ts';
import { setupFrame } from '../../../src/ui/screens/setup.tsx';
import { FIELDS, setupState } from '../../../src/ui/screens/setup-state.ts';
import { createTheme } from '../../../src/ui/theme.ts';
import { OFFER, scriptedDesk } from '../../helpers/scripted-desk.ts';

const theme = createTheme({ LANG: 'C.UTF-8' });
const sizes = fc.record({ columns: fc.integer({ min: 20, max: 120 }), rows: fc.integer({ min: 10, max: 50 }) });
const notices = fc.option(fc.lorem({ maxCount: 30 }).map((text) => ({ kind: 'error' as const, text })));

describe('the other screens', () => {
  it('keep the home screen lower than the terminal, and no wider', async () => {
    const overviews = [await scriptedDesk().desk.overview(), await scriptedDesk({ firstRun: true }).desk.overview()];
    const states = fc.record({ overview: fc.constantFrom(null, ...overviews), view: fc.constantFrom('menu', 'resumes', 'reports', 'path'), notice: notices });
    fc.assert(
      fc.property(states, sizes, (values, size) => {
        const state: HomeState = { ...HOME, ...values };
        const { lines } = homeFrame(state, EMPTY, size, { theme, version: '1.0.0', tick: 0 });
        expect(lines.length).toBeLessThan(size.rows);
        for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(size.columns);
      }),
    );
  });

  it('keep the set-up screen lower than the terminal, with the cursor inside', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FIELDS), notices, fc.lorem({ maxCount: 10 }), sizes, fc.constantFrom(null, OFFER), (field, notice, role, size, offer) => {
        const prefill = { resume: null, label: 'a resume with a long name.pdf', role, notice: null, defaults: { questions: 6, mode: 'coach' as const, difficulty: 'medium' as const } };
        const { lines, cursor } = setupFrame({ ...setupState(prefill), field, notice, offer }, prefill, draftOf(role), size, theme, 0);
        expect(lines.length).toBeLessThan(size.rows);
        expect(cursor?.x ?? 0).toBeLessThan(size.columns);
      }),
    );
  });
});
