import { pagePath } from '../names.js';
import type { Page } from '../page.js';
import { markdown, text } from './text.js';

/** Where the paper as printed and the measurements differ, claim by claim, after a list of all. */
export function findingsPage(pages: readonly Page[]): string {
  const titles = pages.flatMap(({ result: { claim }, findings }) =>
    findings.map(({ title }) => `- ${text(title)} ([${claim.id}](${pagePath(claim.id)}))`),
  );
  const sections = pages.flatMap(({ result: { claim }, findings }) =>
    findings.flatMap(({ title, text: body }) => [
      `## ${text(title)}`,
      markdown(body),
      `Measured by [${claim.id}](${pagePath(claim.id)}).`,
    ]),
  );
  const none = 'No claim of this run reports a difference.';
  return [
    '[← All claims](index.md)',
    '# Findings',
    'Where the paper as printed and the measurements differ.',
    ...(titles.length > 1 ? [titles.join('\n')] : []),
    ...(sections.length > 0 ? sections : [none]),
  ].join('\n\n');
}
