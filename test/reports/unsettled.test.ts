import { expect, it } from 'vitest';
import { unsettled } from '../../reports/unsettled.js';
import { CHANCE, control, decision, result, run } from './made-up-run.js';

const open = decision('inconclusive', { reason: 'about 30 units\nwould settle it' });
const of = (needed: number) => run([result({ decision: open, chance: { ...CHANCE, needed } })]);

it('says nothing of what is settled, or open for another reason than noise', () => {
  expect(unsettled(run([result()]), { T1: 10 })).toBe('');
  expect(unsettled(run([result({ decision: open })]), { T1: 10 })).toBe('');
});

it('says why a claim is open and how long it would take to settle it', () => {
  expect(unsettled(of(3), { T1: 10 })).toBe(
    'T1: about 30 units would settle it (about 20 s more of computing)\n',
  );
  expect(unsettled(of(3), { T1: 300 })).toMatch(/about 10 min more/);
  expect(unsettled(of(3), { T1: 7200 })).toMatch(/about 4 h more/);
  expect(unsettled(of(Infinity), { T1: 10 })).not.toMatch(/more of computing/);
  expect(unsettled(of(3), {})).not.toMatch(/more of computing/);
});

it('names a control that noise left open', () => {
  const controls = [{ control, decision: open, chance: { ...CHANCE, needed: 2 } }];
  expect(unsettled(run([result({ controls })]), { T1: 10 })).toBe(
    'T1, control natural-cubic: about 30 units would settle it (about 10 s more of computing)\n',
  );
});
