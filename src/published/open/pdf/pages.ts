/**
 * The pages of a PDF, one by one, under limits. By pdf.js, without its worker, its canvas or any request to anywhere.
 */
import { characterMap, loadPdfLibrary, type PdfLibrary } from '../../../platform/pdf.js';
import { documentLimits } from '../limits.js';
import { refuse } from '../refusal.js';
import type { PageContent } from './content.js';
import { type Font, PdfPageReading } from './interpret.js';
import { matrixOf } from './matrix.js';

/** Hands the character maps of East Asian fonts to pdf.js; it asks for nothing else. */
class CharacterMaps {
  async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    return characterMap(filename);
  }
}

export interface PdfContent {
  readonly pages: readonly PageContent[];
  /** Texts and fields over the pages that are filled in and not drawn. */
  readonly undrawn: number;
  /** Other files lie in the document. */
  readonly attached: boolean;
}

/** Throws ReadProblem. */
export async function readPages(bytes: Uint8Array): Promise<PdfContent> {
  checkEnd(bytes);
  const library = await loadPdfLibrary();
  const { budget } = library;
  const { pdfBytes, pdfOperators: operators, pdfAnnotations: annotations } = documentLimits;
  Object.assign(budget, { bytes: pdfBytes, operators, annotations, undrawn: 0, attached: false });
  const task = library.getDocument({
    data: bytes.slice(),
    verbosity: 0,
    cMapUrl: './',
    BinaryDataFactory: CharacterMaps,
    useWorkerFetch: false,
    useSystemFonts: false,
    isEvalSupported: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    useWasm: false,
    // nothing is drawn: a picture of more than a pixel is left alone
    maxImageSize: 1,
    disableFontFace: true,
    fontExtraProperties: false,
    enableXfa: false,
  } as Parameters<PdfLibrary['getDocument']>[0]);
  try {
    const pages = await pagesOf(await task.promise, library);
    return { pages, undrawn: budget.undrawn, attached: budget.attached };
  } catch (error) {
    if ((error as Error).name === 'PasswordException') return refuse('F36');
    return isSpent(library) ? refuse('F41', { what: '内容' }) : Promise.reject(error);
  } finally {
    await task.destroy();
  }
}

/** What pdf.js calls annotations enabled: those that scripts/pdfjs.js lets through stand where they are drawn. */
const FORMS_AS_DRAWN = 1;

type Layers = Awaited<ReturnType<PdfDocument['getOptionalContentConfig']>>;
type PdfDocument = Awaited<ReturnType<PdfLibrary['getDocument']>['promise']>;

async function pagesOf(document: PdfDocument, library: PdfLibrary): Promise<PageContent[]> {
  if (document.numPages > documentLimits.pages) refuse('F41', { what: '页数' });
  const pages: PageContent[] = [];
  let layers: Layers | undefined;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale: 1 });
    const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: FORMS_AS_DRAWN });
    if (isSpent(library)) refuse('F41', { what: '内容' });
    if (!layers && hasLayers(fnArray, argsArray, library)) layers = await document.getOptionalContentConfig();
    const isShown = (layer: unknown) => !layer || layers?.isVisible(layer) !== false;
    const reading = new PdfPageReading(matrixOf(viewport.transform), fontsOf(page), library.OPS, isShown);
    reading.read(fnArray, argsArray);
    pages.push(reading.result(number, viewport.width, viewport.height));
    page.cleanup();
  }
  return pages;
}

const hasLayers = (operators: readonly number[], args: readonly unknown[], { OPS }: PdfLibrary): boolean =>
  operators.some((one, at) => one === OPS.beginMarkedContentProps && (args[at] as [string] | null)?.[0] === 'OC');

const isSpent = ({ budget }: PdfLibrary): boolean => budget.bytes < 0 || budget.operators < 0;

function fontsOf(page: Awaited<ReturnType<PdfDocument['getPage']>>): (name: string) => Font {
  const known = new Map<string, Font>();
  return (name) => {
    const font = known.get(name) ?? fontOf(page.commonObjs.has(name) ? page.commonObjs.get(name) : undefined);
    known.set(name, font);
    return font;
  };
}

/** Of Type 3 the glyphs have a space of their own (ISO 32000-1, 9.6.5). */
function fontOf(stored: unknown): Font {
  const { vertical, isType3Font, fontMatrix } = (stored ?? {}) as {
    readonly vertical?: boolean;
    readonly isType3Font?: boolean;
    readonly fontMatrix?: readonly number[];
  };
  return { vertical: vertical === true, scale: isType3Font ? Math.abs(fontMatrix?.[0] ?? 0.001) : 0.001 };
}

/** How much of the end must hold the word that ends every PDF; some sites append to their files. */
const END_WITHIN = 16 * 1024;

function checkEnd(bytes: Uint8Array): void {
  const end = new TextDecoder('latin1').decode(bytes.subarray(-END_WITHIN));
  if (!/%%EOF|startxref/.test(end)) refuse('F39');
}
