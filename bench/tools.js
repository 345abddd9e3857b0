/**
 * The tools, each as a function that is made once and gives the bytes of one document. Only what a tool needs is
 * loaded.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const dist = join(import.meta.dirname, '..', 'dist');

export const makers = {
  /** Workbook in, document out: read, check, figures, docx. */
  async yusuan({ workbook }) {
    const { examine, renderDocx } = await import(join(dist, 'index.js'));
    const { packagedEditions } = await import(join(dist, 'editions', 'packaged.js'));
    const loaded = new Map();
    const load = (year) => loaded.get(year) ?? loaded.set(year, packagedEditions.load(year)).get(year);
    const editions = { years: packagedEditions.years, load };
    const bytes = readFileSync(workbook);
    return async () => {
      const { facts, edition } = examine({ name: 'a.xlsx', bytes }, editions);
      return (await renderDocx(facts, edition)).bytes;
    };
  },

  async docxtemplater({ template, facts }) {
    const { default: Docxtemplater } = await import('docxtemplater');
    const { default: PizZip } = await import('pizzip');
    const [bytes, data] = [readFileSync(template), JSON.parse(readFileSync(facts, 'utf8'))];
    return async () => {
      const document = new Docxtemplater(new PizZip(bytes), { paragraphLoop: true, linebreaks: true });
      document.render(data);
      return document.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' });
    };
  },

  async 'easy-template-x'({ template, facts }) {
    const { TemplateHandler } = await import('easy-template-x');
    const [bytes, data] = [readFileSync(template), JSON.parse(readFileSync(facts, 'utf8'))];
    const handler = new TemplateHandler();
    return () => handler.process(bytes, data);
  },

  /** No tool can be faster: the finished document.xml put together from its pieces, and zipped. */
  async floor({ floor }) {
    const { strToU8, zipSync } = await import('fflate');
    const { pieces, others } = JSON.parse(readFileSync(floor, 'utf8'));
    const mtime = new Date(1980, 0, 1);
    return async () => {
      const files = Object.fromEntries(others.map(([name, xml]) => [name, strToU8(xml)]));
      return zipSync({ ...files, 'word/document.xml': strToU8(pieces.join('')) }, { level: 6, mtime });
    };
  },
};
