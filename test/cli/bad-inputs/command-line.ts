import { bad, badAlone, type BadInput } from './case.js';

/** Commands, and names of claims. */
export const commandLine: readonly BadInput[] = [
  bad([], /no command given; expected one of run, merge, compare, list, show/),
  bad(['frobnicate'], /unknown command 'frobnicate'/),
  bad(['pedict'], /unknown command 'pedict'.*Did you mean predict/),
  bad(['show'], /missing required argument 'claim-id'/),
  bad(['show', 'no-such-claim'], /unknown claim "no-such-claim"; known: /),
  bad(['run', 'no-such-claim'], /unknown claim "no-such-claim"; known: /),
  badAlone(['run', '../../etc/passwd'], /unknown claim "\.\.\/\.\.\/etc\/passwd"; known: /),
  bad(['run', '__proto__'], /unknown claim "__proto__"; known: /),
  bad(['run', 'uniform-natural-cubik'], /unknown claim .*did you mean uniform-natural-cubic\?/),
  bad(['show', '../../../package'], /unknown claim "\.\.\/\.\.\/\.\.\/package"; known: /),
  bad(['show', 'constructor'], /unknown claim "constructor"; known: /),
  bad(['show', 'unіvariate-rate'], /U\+0456, beyond ASCII.*did you mean univariate-rate\?/),
  bad(['show', 'x'.repeat(100_000)], /unknown claim "x{120}…"; known: /),
  bad(['list', 'everything'], /too many arguments/),
  bad(['--proof'], /unknown option '--proof'/),
  bad(['penalty', '--init'], /'--init <spec>' argument missing/),
];
