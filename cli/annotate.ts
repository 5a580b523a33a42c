import { relative, resolve, sep } from 'node:path';
import { pluginOfClaim } from '../proofs-check/plugins/installed.js';
import type { Sources } from '../reports/sources.js';
import { claimSources } from './claim-sources.js';
import { packageRoot } from './version.js';

/**
 * Prints annotations where GitHub Actions reads them: on standard error, which it scans as well, so that standard output
 * stays what it is elsewhere. `text` makes them from the claims' places, relative to the repository that is checked out.
 */
export function annotate(text: (sources: Sources) => string, env: NodeJS.ProcessEnv = process.env): void {
  if (env.GITHUB_ACTIONS === 'true')
    process.stderr.write(text(fromWorkspace(claimSources(), env.GITHUB_WORKSPACE)));
}

/** Paths from the workspace, where GitHub looks for them; what lies outside of it has no place. */
function fromWorkspace(sources: Sources, workspace = packageRoot()): Sources {
  const places = [...sources].map(([id, { file, line }]) => {
    const from = pluginOfClaim.has(id) ? process.cwd() : packageRoot();
    const path = relative(resolve(workspace), resolve(from, file)).replaceAll(sep, '/');
    return [id, { file: path, line }] as const;
  });
  return new Map(places.filter(([, { file }]) => !file.startsWith('../')));
}
