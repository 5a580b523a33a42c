import type { Profile } from '../proofs-check/claim.js';
import { pluginFlags } from '../proofs-check/plugins/installed.js';

export interface RunCommand {
  /** None: all claims. */
  readonly claims: readonly string[];
  readonly profile: Profile;
  readonly seed: number;
  /** `i/n` */
  readonly shard?: string;
  readonly out: string;
}

/** The command that goes on with a run where it stopped. */
export function resumeCommand({ claims, profile, seed, shard, out }: RunCommand): string {
  const folder = /^[\w./-]+$/.test(out) ? out : `'${out.replaceAll("'", "'\\''")}'`;
  return [
    'npx theorem-check run',
    ...claims,
    `--profile ${profile} --seed ${seed}`,
    ...(shard ? [`--shard ${shard}`] : []),
    `--out ${folder} --resume`,
    ...pluginFlags(),
  ].join(' ');
}
