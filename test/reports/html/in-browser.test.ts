import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CHROMIUM, NO_BROWSER, launch } from './browser.js';
import { TITLE, everyKind, htmlReport } from './made-up-report.js';

if (CHROMIUM === undefined) console.warn(NO_BROWSER);

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SHOWN = `[...document.querySelectorAll('main > .view')].filter((each) => !each.hasAttribute('hidden')).map((each) => each.id)`;
const ROWS = `[...document.querySelectorAll('#_table tbody tr')].filter((row) => !row.hidden).map((row) => row.querySelector('small').textContent)`;
const FOCUS = `document.activeElement.getAttribute('href') ?? document.activeElement.name ?? document.activeElement.id`;

let browser: Browser;
let page: Page;
let folder: string;
let address: string;
/** Everything that the page asked for, and everything that it complained of. */
let requests: string[] = [];
let complaints: string[] = [];

async function open(hash = ''): Promise<void> {
  await page.goto('about:blank');
  requests = [];
  complaints = [];
  await page.goto(address + hash);
}

async function press(...keys: Parameters<Page['keyboard']['press']>[0][]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** After two frames, when the page has followed the address. */
async function settled(): Promise<void> {
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
}

describe.skipIf(CHROMIUM === undefined)(
  CHROMIUM === undefined ? NO_BROWSER : 'the HTML report in a browser',
  () => {
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'html-report-'));
      const file = join(folder, 'report.html');
      writeFileSync(file, htmlReport(everyKind));
      address = pathToFileURL(file).href;
      browser = await launch();
      page = await browser.newPage();
      await page.setViewport({ width: 1200, height: 900 });
      page.on('request', (request) => requests.push(request.url()));
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(String(error)));
    });
    afterAll(async () => {
      await browser.close();
      rmSync(folder, { recursive: true });
    });
    beforeEach(() => open());

    it('shows the verdicts first, asks for nothing and complains of nothing', async () => {
      expect(await page.evaluate(SHOWN)).toEqual(['_verdicts']);
      expect(await page.evaluate(ROWS)).toEqual(['third', 'fifth', 'fourth', 'first', 'second', 'sixth']);
      expect(await page.evaluate(`document.querySelector('#_table a[href="#first"]').textContent`)).toBe(
        TITLE,
      );
      await page.evaluate('document.fonts.ready');
      expect(requests.filter((url) => url !== address && !url.startsWith('data:font/woff2'))).toEqual([]);
      expect(complaints).toEqual([]);
    });

    it('stops whatever a text might bring in', async () => {
      await page.evaluate(`{
      const script = document.createElement('script');
      script.textContent = 'window.broken = true';
      document.body.append(script);
      const image = document.createElement('img');
      image.src = 'https://example.org/x.png';
      document.body.append(image);
    }`);
      await settled();
      expect(await page.evaluate('window.broken')).toBeUndefined();
      expect(complaints.filter((each) => each.includes('Content Security Policy')).length).toBe(2);
    });

    it('filters by text, verdict and kind', async () => {
      await page.type('#_filter input', 'statement SIXTH');
      expect(await page.evaluate(ROWS)).toEqual(['sixth']);
      expect(await page.evaluate(`document.querySelector('#_filter output').value`)).toBe('1 of 6 claims');
      await press('Escape');
      await page.select('#_filter [name=verdict]', 'toothless');
      expect(await page.evaluate(ROWS)).toEqual(['fifth']);
      await page.select('#_filter [name=verdict]', 'incomplete');
      expect(await page.evaluate(ROWS)).toEqual(['fourth']);
      await page.select('#_filter [name=verdict]', 'supported');
      await page.select('#_filter [name=kind]', 'numeric');
      expect(await page.evaluate(ROWS)).toEqual(['second']);
      await page.type('#_filter input', 'nothing has this');
      expect(await page.evaluate(ROWS)).toEqual([]);
    });

    it('is read by keyboard alone: search, rows, a claim, the next, and back', async () => {
      await press('/');
      await settled();
      expect(await page.evaluate(FOCUS)).toBe('text');
      await page.keyboard.type('th');
      expect(await page.evaluate(ROWS)).toEqual(['third', 'fifth', 'fourth', 'sixth']);
      await press('ArrowDown', 'ArrowDown', 'ArrowDown');
      expect(await page.evaluate(FOCUS)).toBe('#fourth');
      await press('ArrowUp');
      expect(await page.evaluate(FOCUS)).toBe('#fifth');
      await press('Enter');
      await settled();
      expect(await page.evaluate(SHOWN)).toEqual(['fifth']);
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Statement of fifth');
      expect(await page.title()).toBe('Statement of fifth · Theorem check');
      await page.evaluate(`document.querySelector('#fifth a[rel=next]').focus()`);
      await press('Enter');
      await settled();
      expect(await page.evaluate(SHOWN)).toEqual(['fourth']);
      await page.goBack();
      await page.goBack();
      await settled();
      expect(await page.evaluate(SHOWN)).toEqual(['_verdicts']);
      expect(await page.evaluate(ROWS)).toHaveLength(4);
      await press('/');
      await settled();
      await press('Escape');
      expect(await page.evaluate(ROWS)).toHaveLength(6);
      expect(await page.title()).toBe('Theorem check');
    });

    it('has a visible focus at every stop, in the order in which one reads', async () => {
      const stops: string[] = [];
      for (let k = 0; k < 14; k += 1) {
        await press('Tab');
        stops.push((await page.evaluate(FOCUS)) as string);
        expect(
          await page.evaluate('getComputedStyle(document.activeElement).outlineStyle'),
          stops[k],
        ).not.toBe('none');
      }
      const rows = ['#third', '#fifth', '#fourth', '#first', '#second', '#sixth'];
      expect(stops).toEqual([
        '#_verdicts',
        '#_map',
        '#_findings',
        '#_ledger',
        '#_words',
        'text',
        'verdict',
        'kind',
        ...rows,
      ]);
    });

    it('opens a claim from the map by Enter and by a click', async () => {
      await open('#_map');
      await page.evaluate(`document.querySelector('svg.map a[href="#third"]').focus()`);
      expect(await page.evaluate(`document.querySelector('#_map-note').textContent`)).toBe(
        'Statement of third (✘ refuted)',
      );
      expect(
        await page.evaluate(
          `[...document.querySelectorAll('.edge.on')].map((each) => each.dataset.from + ' ' + each.dataset.to)`,
        ),
      ).toEqual(['first third', 'elsewhere third', 'third fourth']);
      await press('Enter');
      await settled();
      expect(await page.evaluate(SHOWN)).toEqual(['third']);
      await open('#_map');
      await page.click('svg.map a[href="#sixth"]');
      await settled();
      expect(await page.evaluate(SHOWN)).toEqual(['sixth']);
    });

    it('opens what the address names: a claim, a finding within its view, and the verdicts where it names nothing', async () => {
      await open('#fourth');
      expect(await page.evaluate(SHOWN)).toEqual(['fourth']);
      expect(await page.evaluate('scrollY')).toBe(0);
      await open('#sixth.finding-1');
      expect(await page.evaluate(SHOWN)).toEqual(['_findings']);
      await open('#no-such-claim');
      expect(await page.evaluate(SHOWN)).toEqual(['_verdicts']);
    });

    it.each(['light', 'dark'])(
      'is accessible and has contrast of at least 4.5 for text, %s',
      async (scheme) => {
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        await page.evaluate(AXE);
        // All rules once; the colours in both schemes.
        const rules = scheme === 'light' ? '{}' : "{ runOnly: ['color-contrast'] }";
        const shown = (id: string): string =>
          `{ include: ['header', 'nav', '#${id}'], exclude: ['figure', '.katex'] }`;
        const summary = `({ violations, passes }) => ({
          violations: violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 120)).join(' | ')),
          contrast: passes.some(({ id }) => id === 'color-contrast'),
        })`;
        for (const hash of ['_verdicts', '_map', '_findings', '_ledger', '_words', 'fifth']) {
          await page.evaluate(`location.hash = '${hash}'`);
          await settled();
          expect(await page.evaluate(`axe.run(${shown(hash)}, ${rules}).then(${summary})`), hash).toEqual({
            violations: [],
            contrast: true,
          });
        }
        // What the check would say of grey on grey.
        await page.evaluate(`document.querySelector('.outcome').style.color = '#888'`);
        await page.evaluate(`document.querySelector('.outcome').style.background = '#999'`);
        expect(await page.evaluate(`axe.run('.outcome', ${rules}).then(${summary})`)).toMatchObject({
          violations: [expect.stringMatching(/^color-contrast/)],
        });
        await page.emulateMediaFeatures([]);
      },
    );

    it.each(['light', 'dark'])('has contrast on the map too, which is no HTML, %s', async (scheme) => {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await open('#_map');
      const ratios = await page.evaluate(`{
      const light = (colour) => {
        const [r, g, b] = colour.match(/[\\d.]+/g).map((part) => part / 255)
          .map((part) => part <= .03928 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4);
        return .2126 * r + .7152 * g + .0722 * b;
      };
      [...document.querySelectorAll('.node')].map((node) => {
        const text = light(getComputedStyle(node.querySelector('text')).fill);
        const ground = light(getComputedStyle(node.querySelector('rect, path')).fill);
        return (Math.max(text, ground) + .05) / (Math.min(text, ground) + .05);
      });
    }`);
      expect(ratios).toHaveLength(7);
      for (const ratio of ratios as number[]) expect(ratio).toBeGreaterThanOrEqual(4.5);
      await page.emulateMediaFeatures([]);
    });

    it.each([1400, 1024, 390])('is never wider than a window of %i pixels', async (width) => {
      await page.setViewport({ width, height: 800 });
      for (const hash of ['', '#_map', '#_findings', '#_ledger', '#_words', '#fifth', '#sixth']) {
        await open(hash);
        expect(await page.evaluate('document.documentElement.scrollWidth'), hash).toBeLessThanOrEqual(width);
      }
      await page.setViewport({ width: 1200, height: 900 });
    });

    it('puts every claim and all that is folded away on paper, and no controls', async () => {
      await page.type('#_filter input', 'sixth');
      await page.emulateMediaType('print');
      expect(
        await page.evaluate(
          `[...document.querySelectorAll('.view')].every((each) => each.checkVisibility({ contentVisibilityAuto: true }) && each.offsetHeight > 100)`,
        ),
      ).toBe(true);
      expect(
        await page.evaluate(`document.querySelectorAll('#_table tbody tr')[0].offsetHeight`),
      ).toBeGreaterThan(0);
      for (const control of ['#_filter', '.contents-bar', '.walk']) {
        expect(
          await page.evaluate(`getComputedStyle(document.querySelector('${control}')).display`),
          control,
        ).toBe('none');
      }
      expect(
        await page.evaluate(
          `[...document.querySelectorAll('details > ol')].every((each) => each.checkVisibility({ contentVisibilityAuto: true }))`,
        ),
      ).toBe(true);
      await page.emulateMediaType();
      const paper = (pageRanges: string): Promise<Uint8Array> => page.pdf({ format: 'A4', pageRanges });
      await expect(paper(`${4 + everyKind.results.length}`)).resolves.toBeDefined();
      // Formulas have been on no screen yet.
      expect(Buffer.from(await paper('1-200')).includes('KaTeX_Math')).toBe(true);
      await expect(paper('200')).rejects.toThrow('exceeds page count');
    });

    it('is all there without JavaScript, but for the filter', async () => {
      await page.setJavaScriptEnabled(false);
      await open('#fifth');
      const { height } = (await (await page.$('#sixth'))!.boundingBox())!;
      expect(height).toBeGreaterThan(100);
      expect(await (await page.$('#_filter'))!.boundingBox()).toBeNull();
      expect(await (await page.$('#first'))!.boundingBox()).not.toBeNull();
      await page.setJavaScriptEnabled(true);
    });
  },
);
