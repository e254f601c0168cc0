import { defineModel } from '../model/dsl.ts';

/** Browsers that a server drives: where they are sent, they go from inside. */
export const browsers = defineModel({
  modules: ['puppeteer', 'puppeteer-core', 'playwright', 'playwright-core', 'playwright-chromium'],
  types: {
    Launcher: ['exports', 'exports.{chromium,firefox,webkit,puppeteer}'],
    Browser: ['Launcher.{launch,connect,connectOverCDP}()', ':Browser'],
    Context: ['Browser', 'Browser.{newContext,createBrowserContext,createIncognitoBrowserContext,defaultBrowserContext}()', 'Launcher.launchPersistentContext()', ':BrowserContext'],
    Page: ['Context.newPage()', 'Context.pages().*', 'Page.mainFrame()', ':{Page,Frame}'],
  },
  sinks: { url: ['Page.goto[0]'], html: ['Page.setContent[0]'], code: ['Page.{evaluate,evaluateHandle,evaluateOnNewDocument,addInitScript}[0]'], path: ['Page.{screenshot,pdf}[0].path'] },
});
