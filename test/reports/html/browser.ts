import { existsSync } from 'node:fs';
import puppeteer, { type Browser } from 'puppeteer-core';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** A browser that the machine has, or nothing, which the tests then say aloud. */
export const CHROMIUM = process.env['CHROMIUM_PATH'] ?? PLACES.find((place) => existsSync(place));

export const NO_BROWSER =
  'NOT TESTED in a browser: no chromium was found; install it (Debian: apt install chromium) or set CHROMIUM_PATH';

/** The sandbox does not work for root and in most containers; only our own page is opened. */
export function launch(): Promise<Browser> {
  return puppeteer.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox'] });
}
