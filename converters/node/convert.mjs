// Converts documents with packages of npm: convert.mjs KIND, with a line of JSON [source, target] each on standard input.
// Answers with a line {"target", "error"} for each.
import { readFile, writeFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';

const kinds = {
  async turndown() {
    const { default: Turndown } = await import('turndown');
    const maker = new Turndown();
    maker.remove(['script', 'style']);
    return async (file) => maker.turndown(await readFile(file, 'utf8'));
  },
  async 'turndown-gfm'() {
    const { default: Turndown } = await import('turndown');
    const { tables } = await import('turndown-plugin-gfm');
    const maker = new Turndown({ headingStyle: 'atx' });
    maker.remove(['script', 'style']);
    maker.use(tables);
    return async (file) => maker.turndown(await readFile(file, 'utf8'));
  },
  async 'html-to-text'() {
    const { convert } = await import('html-to-text');
    return async (file) => convert(await readFile(file, 'utf8'));
  },
  async 'html-to-text-tables'() {
    const { convert } = await import('html-to-text');
    const selectors = [{ selector: 'table', format: 'dataTable' }];
    return async (file) => convert(await readFile(file, 'utf8'), { wordwrap: false, selectors });
  },
  async 'pdf-parse'() {
    const { PDFParse } = await import('pdf-parse');
    return async (file) => {
      const parser = new PDFParse({ data: await readFile(file), verbosity: 0 });
      const { text } = await parser.getText();
      await parser.destroy();
      return text;
    };
  },
  async pdfjs() {
    return pdfjs((items) => items.map((item) => item.str + (item.hasEOL ? '\n' : '')).join(''));
  },
  async 'pdfjs-joined'() {
    return pdfjs((items) => items.map((item) => item.str).join(' '));
  },
};

async function pdfjs(joined) {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  return async (file) => {
    const data = new Uint8Array(await readFile(file));
    const root = new URL('../node_modules/pdfjs-dist/', import.meta.url).pathname;
    const task = getDocument({ data, verbosity: 0, cMapUrl: `${root}cmaps/`, cMapPacked: true, standardFontDataUrl: `${root}standard_fonts/` });
    const pdf = await task.promise;
    const pages = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      pages.push(joined((await page.getTextContent()).items));
    }
    await task.destroy();
    return pages.join('\n');
  };
}

const convert = await kinds[process.argv[2]]();
for await (const line of createInterface({ input: process.stdin })) {
  const [source, target] = JSON.parse(line);
  let error = null;
  try {
    await writeFile(target, await convert(source));
  } catch (thrown) {
    error = String(thrown);
  }
  process.stdout.write(`${JSON.stringify({ target, error })}\n`);
}
