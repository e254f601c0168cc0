import { browsers } from '../../src/models/browsers.ts';
import { describeModel, sink, way } from './harness.ts';

const page = (call: string) => `const page = await (await puppeteer.launch()).newPage(); ${call}`;

describeModel(browsers, "import puppeteer from 'puppeteer'; import * as all from 'playwright';", [
  way('Launcher', 'exports.{chromium,firefox,webkit,puppeteer}', 'const page = await (await all.EACH.launch()).newPage(); page.goto(INPUT);'),
  way('Launcher', 'exports', 'const page = await (await all.launch()).newPage(); page.goto(INPUT);'),
  way('Browser', 'Launcher.{*}()', 'const page = await (await all.chromium.EACH()).newPage(); page.goto(INPUT);'),
  way('Browser', ':Browser', 'import type { Browser } from "puppeteer"; export const f = async (browser: Browser) => (await browser.newPage()).goto(INPUT);'),
  way('Context', 'Browser', page('page.goto(INPUT);')),
  way('Context', 'Browser.{*}()', 'const page = await (await (await all.chromium.launch()).EACH()).newPage(); page.goto(INPUT);'),
  way('Context', 'Launcher.launchPersistentContext()', 'const page = await (await all.chromium.launchPersistentContext("a")).newPage(); page.goto(INPUT);'),
  way('Context', ':BrowserContext', 'import type { BrowserContext } from "playwright"; export const f = async (context: BrowserContext) => (await context.newPage()).goto(INPUT);'),
  way('Page', 'Context.newPage()', page('page.goto(INPUT);')),
  way('Page', 'Context.pages().*', 'const [page] = (await puppeteer.launch()).pages(); page.goto(INPUT);'),
  way('Page', 'Page.mainFrame()', page('page.mainFrame().goto(INPUT);')),
  way('Page', ':{Page,Frame}', 'import type { EACH } from "puppeteer"; export const f = (page: EACH) => page.goto(INPUT);'),
  sink('url', 'Page.goto[0]', page('page.goto(INPUT);'), page('page.goto("https://a.example");')),
  sink('html', 'Page.setContent[0]', page('page.setContent(INPUT);'), page('page.setContent("a");')),
  sink('code', 'Page.{*}[0]', page('page.EACH(INPUT);'), page('page.EACH("a", INPUT);')),
  sink('path', 'Page.{screenshot,pdf}[0].path', page('page.EACH({ path: INPUT });'), page('page.EACH({ path: "a" });')),
]);
