/** Documents whose paragraphs end elsewhere, as Enter and Delete make them. */
import type { DocumentBlock, DocumentParagraph } from '../../src/published/document.js';

const isParagraph = (block: DocumentBlock | undefined): block is DocumentParagraph => block?.kind === 'paragraph';

/** The same text, each paragraph in one to four pieces of any length, or one with the next. */
export function endingElsewhere(blocks: readonly DocumentBlock[], random: () => number): DocumentBlock[] {
  const out: DocumentBlock[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const [block, next] = [blocks[at] as DocumentBlock, blocks[at + 1]];
    if (!isParagraph(block)) out.push(block);
    else if (isParagraph(next) && random() < 0.2) {
      out.push({ ...block, text: block.text + next.text });
      at += 1;
    } else out.push(...pieces(block, Math.floor(random() * 4), random));
  }
  return out;
}

function pieces(paragraph: DocumentParagraph, cuts: number, random: () => number): DocumentParagraph[] {
  const { text } = paragraph;
  const ends = Array.from({ length: cuts }, () => Math.floor(random() * (text.length + 1))).sort((a, b) => a - b);
  return [...ends, text.length].map((end, at) => ({ ...paragraph, text: text.slice(ends[at - 1] ?? 0, end) }));
}

/** Some amount in a sentence with its last digits changed: the document, and what stands there now. */
export function withOtherAmount(blocks: readonly DocumentBlock[], random: () => number) {
  const places = blocks.flatMap((block, at) =>
    isParagraph(block) ? [...block.text.matchAll(/\d\.\d\d(?=万元)/g)].map(({ index }) => ({ block, at, index })) : [],
  );
  const place = places[Math.floor(random() * places.length)];
  if (!place) throw new Error('no amount in the text');
  const { block, at, index } = place;
  const turned = block.text.slice(index, index + 4).replace(/\d/g, (digit) => `${(Number(digit) + 3) % 10}`);
  const text = block.text.slice(0, index) + turned + block.text.slice(index + 4);
  return { blocks: [...blocks.slice(0, at), { ...block, text }, ...blocks.slice(at + 1)], turned };
}
